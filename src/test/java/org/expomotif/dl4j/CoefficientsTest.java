package org.expomotif.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoefficientsTest {
    /** An array of three numbers whose second buffer claims another length, type or way of allocation. */
    private static byte[] array(String mode, long length, String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(6);
        out.writeUTF("LONG");
        for (long number : new long[] {1, 3, 1, 0, 1, 99}) {
            out.writeLong(number);
        }
        out.writeUTF(mode);
        if (mode.equals("HEAP")) {
            out.writeInt((int) length);
        } else {
            out.writeLong(length);
        }
        out.writeUTF(type);
        for (int i = 0; i < 3; i++) {
            out.writeFloat(i);
        }
        return bytes.toByteArray();
    }

    private static void isDamaged(byte[] array) {
        assertThatThrownBy(() -> Coefficients.read(array))
                .isInstanceOf(UserException.class)
                .hasMessage("the coefficients are damaged or end early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIXED_DATA_TYPES", "LONG_SHAPE", "HEAP"})
    void bothKindsOfLengthsAreRead(String mode) throws IOException {
        byte[] array = array(mode, 3, "FLOAT");

        assertThat(Coefficients.read(array)).containsExactly(0, 1, 2);
        isDamaged(array(mode, 4, "FLOAT"));
        isDamaged(array(mode, -1, "FLOAT"));
    }

    /** ND4J would read two thousand million numbers, of which the file has three. */
    @Test
    void theShapeIsNotBelieved() throws IOException {
        byte[] array = array("MIXED_DATA_TYPES", 3, "FLOAT");
        int columns = "MIXED_DATA_TYPES".length() + 2 + Long.BYTES + "LONG".length() + 2 + Long.BYTES;
        assertThat(ByteBuffer.wrap(array).getLong(columns)).isEqualTo(3);
        ByteBuffer.wrap(array).putLong(columns, 2_000_000_000);
        assertThat(Coefficients.read(array)).containsExactly(0, 1, 2);
    }

    /** ND4J would allocate 8.5 GB for the first of these. */
    @ParameterizedTest
    @CsvSource({
        "MIXED_DATA_TYPES, 2130706432, FLOAT",
        "MIXED_DATA_TYPES, 9223372036854775807, DOUBLE",
        "MIXED_DATA_TYPES, 3, DOUBLE",
        "MIXED_DATA_TYPES, 3, FLOATS",
        "NONE, 3, FLOAT"
    })
    void whatTheFileCannotHoldIsRefused(String mode, long length, String type) throws IOException {
        isDamaged(array(mode, length, type));
    }

    @Test
    void anArrayThatEndsEarlyIsRefused() throws IOException {
        byte[] whole = array("MIXED_DATA_TYPES", 3, "FLOAT");
        for (int length = 0; length < whole.length; length++) {
            isDamaged(Arrays.copyOf(whole, length));
        }
    }
}

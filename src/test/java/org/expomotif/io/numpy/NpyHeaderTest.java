package org.expomotif.io.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyHeaderTest {
    private static NpyHeader header(String type, int... shape) {
        return new NpyHeader(type, shape);
    }

    /** A header of a version with this number of bytes for its length. */
    private static byte[] file(int version, int sizeBytes, long length, String dictionary) {
        byte[] text = dictionary.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(8 + sizeBytes + text.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        file.put(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .array(),
                0,
                sizeBytes);
        return file.put(text).array();
    }

    private static NpyHeader read(byte[] file) throws IOException {
        return NpyHeader.read(new ByteArrayInputStream(file), "x.npy");
    }

    private static void refused(byte[] file, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(UserException.class).hasMessageStartingWith(message);
    }

    @Test
    void theNumbersAreTheProductOfTheShape() {
        assertThat(header("<f4").numbers()).isEqualTo(1);
        assertThat(header("<f4", 2, 3, 4).numbers()).isEqualTo(24);
        assertThat(header("<f4", 0, 3).numbers()).isZero();
        assertThat(header("<f4", 3, 0).numbers()).isZero();
        assertThat(header("<f4", Integer.MAX_VALUE, Integer.MAX_VALUE).numbers())
                .isEqualTo((long) Integer.MAX_VALUE * Integer.MAX_VALUE);
    }

    @Test
    void aProductThatOverflowsIsTheLargestNumber() {
        int most = Integer.MAX_VALUE;
        assertThat(header("<f4", most, most, most).numbers()).isEqualTo(Long.MAX_VALUE);
        assertThat(header("<f4", most, most, most, 0).numbers()).isZero();
        assertThat(header("<f4", 1 << 30, 1 << 30, 4).numbers()).isEqualTo(1L << 62);
        assertThat(header("<f4", 1 << 30, 1 << 30, 8).numbers()).isEqualTo(Long.MAX_VALUE);
        // (2^30 - 1) (2^30 + 1) 8 = 2^63 - 8, which is just not too large.
        assertThat(header("<f4", (1 << 30) - 1, (1 << 30) + 1, 8).numbers()).isEqualTo(Long.MAX_VALUE - 7);
    }

    @ParameterizedTest
    @CsvSource({
        "<f4, 4",
        "<f8, 8",
        "<i4, 4",
        "<i8, 8",
        "|u1, 1",
        "|b1, 1",
        "|i1, 1",
        "<f2, 2",
        "<U1, 4",
        "<U12, 48",
        "<U0, 0"
    })
    void theSizeIsThatOfAllElements(String type, int width) {
        assertThat(header(type).width()).isEqualTo(width);
        assertThat(header(type, 2, 3).size()).isEqualTo(6L * width);
        assertThat(header(type).isText()).isEqualTo(type.startsWith("<U"));
    }

    @Test
    void aSizeThatOverflowsIsTheLargestNumber() {
        assertThat(header("<f8", 1 << 30, 1 << 29).size()).isEqualTo(1L << 62);
        assertThat(header("<f8", 1 << 30, 1 << 30).size()).isEqualTo(Long.MAX_VALUE);
        assertThat(header("<f8", 1 << 30, 1 << 30, 8).size()).isEqualTo(Long.MAX_VALUE);
        assertThat(header("<f8", (1 << 30) - 1, (1 << 30) + 1).size()).isEqualTo(Long.MAX_VALUE - 7);
        assertThat(header("<U0", 1 << 30, 1 << 30, 8).size()).isZero();
    }

    @Test
    void rowsOfOneTypeAndShapeFollowEachOther() {
        NpyHeader rows = header("<f4", 2, 5);
        NpyHeader both = rows.followedBy(header("<f4", 3, 5)).orElseThrow();
        assertThat(both.type()).isEqualTo("<f4");
        assertThat(both.shape()).containsExactly(5, 5);
        assertThat(rows.shape()).containsExactly(2, 5);
        assertThat(rows.followedBy(header("<f4", 0, 9)).orElseThrow().shape()).containsExactly(2, 5);
        assertThat(header("", 0).followedBy(rows)).contains(rows);
    }

    @Test
    void otherRowsDoNotFollow() {
        NpyHeader rows = header("<f4", 2, 5);
        assertThat(rows.followedBy(header("<f8", 3, 5))).isEmpty();
        assertThat(rows.followedBy(header("<f4", 3, 6))).isEmpty();
        assertThat(rows.followedBy(header("<f4", 3))).isEmpty();
        assertThat(rows.followedBy(header("<f4"))).isEmpty();
        assertThat(header("", 0).followedBy(header("<f4"))).isEmpty();
    }

    @Test
    void rowsMayBeAsManyAsAnArrayCanHave() {
        NpyHeader rows = header("|u1", Integer.MAX_VALUE - 1);
        assertThat(rows.followedBy(header("|u1", 1)).orElseThrow().shape()).containsExactly(Integer.MAX_VALUE);
        assertThat(rows.followedBy(header("|u1", 2))).isEmpty();
    }

    /** NumPy pads so that the numbers start at a multiple of 64; a shape of one dimension ends with a comma. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8, 12})
    void whatIsWrittenIsReadBack(int dimensions) throws IOException {
        for (int size = 1; size <= 1_000_000_000; size *= 10) {
            int[] shape = new int[dimensions];
            Arrays.fill(shape, size);
            byte[] bytes = header("<f8", shape).bytes();
            assertThat(bytes.length % 64).isZero();
            String text = new String(bytes, 10, bytes.length - 10, StandardCharsets.ISO_8859_1);
            assertThat(text).endsWith("\n").doesNotContain(" ".repeat(64));
            assertThat(text).contains(dimensions == 1 ? "(" + size + ",)" : ")");
            assertThat(read(bytes).shape()).containsExactly(shape);
            assertThat(read(bytes).type()).isEqualTo("<f8");
        }
    }

    @Test
    void theLengthHasTwoBytesInVersionOneAndFourLater() throws IOException {
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (7L, 2), }" + " ".repeat(300);
        assertThat(read(file(1, 2, dictionary.length(), dictionary)).shape()).containsExactly(7, 2);
        assertThat(read(file(2, 4, dictionary.length(), dictionary)).shape()).containsExactly(7, 2);
        assertThat(read(file(3, 4, dictionary.length(), dictionary)).shape()).containsExactly(7, 2);
        refused(file(0, 2, dictionary.length(), dictionary), "x.npy: this is not a NumPy array");
        refused(file(4, 4, dictionary.length(), dictionary), "x.npy: this is not a NumPy array");
    }

    @Test
    void theLengthIsAtMostAMebibyte() throws IOException {
        String start = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
        String longest = start + " ".repeat((1 << 20) - start.length());
        assertThat(read(file(2, 4, 1 << 20, longest)).shape()).containsExactly(2);
        refused(file(2, 4, (1 << 20) + 1, longest + " "), "x.npy: the header of the NumPy array is damaged");
        refused(file(2, 4, 0xFFFFFFFFL, start), "x.npy: the header of the NumPy array is damaged");
        refused(file(2, 4, 0, ""), "x.npy: the header of the NumPy array cannot be read");
        refused(file(1, 2, start.length() + 1, start), "x.npy: the NumPy array ends early");
    }

    @Test
    void theMagicNumberIsChecked() {
        byte[] file = header("<f4", 2).bytes();
        for (int i = 0; i < 6; i++) {
            byte[] other = file.clone();
            other[i]++;
            refused(other, "x.npy: this is not a NumPy array: expected a .npy file");
        }
        refused(Arrays.copyOf(file, 7), "x.npy: this is not a NumPy array: expected a .npy file");
        refused(Arrays.copyOf(file, 9), "x.npy: the NumPy array ends early");
    }

    /** With one dimension, both orders are the same. */
    @Test
    void fortranOrderIsRefusedFromTwoDimensionsOn() throws IOException {
        String one = "{'descr': '<f4', 'fortran_order': True, 'shape': (2,), }";
        assertThat(read(file(1, 2, one.length(), one)).shape()).containsExactly(2);
        String two = "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 1), }";
        refused(
                file(1, 2, two.length(), two),
                "x.npy: the NumPy array is in Fortran order; save numpy.ascontiguousarray(array)");
    }

    @Test
    void aTypeThatCannotBeReadIsNamed() {
        refused(
                header(">i4", 2).bytes(),
                "x.npy: the type of the NumPy array cannot be read: expected little-endian"
                        + " float16, float32, float64, int8, int32, int64, uint8, bool or text, found >i4 (big-endian);"
                        + " save array.astype(array.dtype.newbyteorder('<'))");
        refused(
                header("<c8", 2).bytes(),
                "x.npy: the type of the NumPy array cannot be read: expected little-endian"
                        + " float16, float32, float64, int8, int32, int64, uint8, bool or text, found <c8; save array.astype('float32')");
        String noOrder = "{'descr': '<f4', 'shape': (2,), }  \n";
        refused(
                file(1, 2, noOrder.length(), noOrder),
                "x.npy: the header of the NumPy array cannot be read: expected one type of number or text, an order"
                        + " and a shape of whole numbers, found {'descr': '<f4', 'shape': (2,), }");
        String large = "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483648,), }";
        refused(file(1, 2, large.length(), large), "x.npy: the shape of the NumPy array is damaged: found 2147483648,");
    }
}

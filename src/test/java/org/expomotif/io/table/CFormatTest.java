package org.expomotif.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CFormatTest {
    /** Printed by the C library: {@code printf("%.3g")}, {@code printf("%g")} and so on. */
    @ParameterizedTest
    @CsvSource({
        "0, 6, 0",
        "-0.0, 6, -0",
        "1, 6, 1",
        "100000, 6, 100000",
        "1000000, 6, 1e+06",
        "999999.5, 6, 1e+06",
        "123456.5, 6, 123456",
        "123457.5, 6, 123458",
        "0.0001, 6, 0.0001",
        "0.00001, 6, 1e-05",
        "0.000099999951, 6, 0.0001",
        "4.911764705882353, 6, 4.91176",
        "-5.5, 6, -5.5",
        "0.00787501649997, 3, 0.00788",
        "1e-100, 3, 1e-100",
        "3.14159e-25, 3, 3.14e-25",
        "1.7976931348623157e308, 6, 1.79769e+308",
        "4.9e-324, 6, 4.94066e-324",
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "2.5, 1, 2",
        "3.5, 1, 4",
        "9.5, 1, 1e+01",
        "0.1, 17, 0.10000000000000001",
        "NaN, 6, nan",
        "-Infinity, 6, -inf",
        "100, 3, 100",
        "1234, 3, 1.23e+03",
        "1e22, 6, 1e+22",
        "1e-22, 6, 1e-22",
    })
    void writesWhatCWrites(double x, int digits, String expected) {
        assertThat(CFormat.g(x, digits)).isEqualTo(expected);
        assertThat(CFormat.plain(x, digits)).isEqualTo(expected);
    }

    /** Powers of ten and their neighbours, and halves of the last digit: where digits are carried or dropped. */
    @Test
    void powersOfTenAndHalvesEqualTheReference() {
        for (int digits = 1; digits <= 17; digits++) {
            for (int exponent = -30; exponent <= 30; exponent++) {
                double power = Math.pow(10, exponent);
                around(power, digits);
                around(-5 * power, digits);
                around(power * (Math.pow(10, digits) - 0.5), digits);
                around(power / 8, digits);
            }
        }
    }

    @Test
    void theTextIsWrittenAtItsPlace() {
        byte[] buffer = new byte[40];
        for (double x : new double[] {0, -0.0, 7, -2.5, 1234567, 1e-7, -3e200, 0.001, 1 / 3.0}) {
            for (int digits : new int[] {6, 16}) {
                String text = CFormat.g(x, digits);
                Arrays.fill(buffer, (byte) '?');
                assertThat(CFormat.append(x, digits, buffer, 3)).isEqualTo(3 + text.length());
                assertThat(new String(buffer, StandardCharsets.ISO_8859_1))
                        .isEqualTo("???" + text + "?".repeat(37 - text.length()));
            }
        }
    }

    static void around(double x, int digits) {
        same(x, digits);
        same(Math.nextUp(x), digits);
        same(Math.nextDown(x), digits);
    }

    static void same(double x, int digits) {
        String fast = CFormat.g(x, digits);
        String plain = CFormat.plain(x, digits);
        if (!fast.equals(plain)) {
            assertThat(fast).as("%s with %d digits", x, digits).isEqualTo(plain);
        }
    }
}

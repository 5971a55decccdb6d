package org.expomotif.io.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Formats numbers as C's {@code printf("%.<digits>g")} does: the exact value of the double is rounded half-even to
 * {@code digits} significant digits, and trailing zeros are removed. The notation is scientific when the exponent is
 * below -4 or not below {@code digits}, with at least two digits of exponent. Tables of the MEME Suite are written this
 * way; {@link String#format} differs.
 *
 * <p>The fast path scales {@code x} to an integer of {@code digits} digits, {@code m = x * 10^j}. For {@code |j| <= 22}
 * the power is exact, so {@code m} is one rounding away from the true product, and a fused multiply-add gives the sign
 * of what was rounded off. As {@code m < 2^53}, halves are representable, so the part that was rounded off matters only
 * when {@code m} is itself a half, and then its sign decides. The rounding is therefore always correct. (Rounding is
 * monotone and powers of ten up to 10^15 are representable, so a wrong decade is possible only where both decades give
 * the same text.) Numbers outside this range are converted through {@link BigDecimal}.
 */
public final class CFormat {
    private static final int MAX_FAST_DIGITS = 15;
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private CFormat() {}

    /**
     * The number with {@code digits} significant digits (1 to 17); {@code nan}, {@code inf} and {@code -inf} as in C.
     */
    public static String g(double x, int digits) {
        byte[] buffer = new byte[32 + digits];
        return new String(buffer, 0, append(x, digits, buffer, 0), StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes the number into a buffer with at least {@code digits + 10} free bytes.
     *
     * @return the index after the last byte written
     */
    public static int append(double x, int digits, byte[] buffer, int at) {
        if (x == 0) {
            return zero(x, buffer, at);
        }
        double size = Math.abs(x);
        if (digits > MAX_FAST_DIGITS || !(size >= 1e-22 && size < 1e22)) {
            return copy(plain(x, digits), buffer, at);
        }
        int exponent = (int) Math.floor(Math.getExponent(size) * 0.30102999566398120);
        int scale = digits - 1 - exponent;
        if (scale > 22) {
            return copy(plain(x, digits), buffer, at);
        }
        double m = scaled(size, scale);
        if (m >= POWERS[digits]) {
            exponent++;
            scale--;
            m = scaled(size, scale);
        }
        long whole = rounded(size, scale, m);
        if (whole >= (long) POWERS[digits]) {
            whole /= 10;
            exponent++;
        }
        int end = at;
        if (x < 0) {
            buffer[end++] = '-';
        }
        return layout(whole, exponent, digits, buffer, end);
    }

    /** The same text, computed by decimal arithmetic on the exact value; slow, used as the reference. */
    static String plain(double x, int digits) {
        if (Double.isNaN(x)) {
            return "nan";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        byte[] buffer = new byte[32 + digits];
        if (x == 0) {
            return new String(buffer, 0, zero(x, buffer, 0), StandardCharsets.ISO_8859_1);
        }
        BigDecimal rounded = new BigDecimal(Math.abs(x)).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - 1 - rounded.scale();
        long whole = rounded.movePointRight(digits - 1 - exponent).longValueExact();
        int end = 0;
        if (x < 0) {
            buffer[end++] = '-';
        }
        return new String(buffer, 0, layout(whole, exponent, digits, buffer, end), StandardCharsets.ISO_8859_1);
    }

    private static double scaled(double size, int scale) {
        return scale >= 0 ? size * POWERS[scale] : size / POWERS[-scale];
    }

    private static long rounded(double size, int scale, double m) {
        double nearest = Math.rint(m);
        if (Math.abs(m - nearest) != 0.5) {
            return (long) nearest;
        }
        double lost = scale >= 0 ? Math.fma(size, POWERS[scale], -m) : Math.fma(-m, POWERS[-scale], size);
        if (lost == 0) {
            return (long) nearest;
        }
        return (long) (lost > 0 ? Math.ceil(m) : Math.floor(m));
    }

    private static int zero(double x, byte[] buffer, int at) {
        int end = at;
        if (1 / x < 0) {
            buffer[end++] = '-';
        }
        buffer[end++] = '0';
        return end;
    }

    private static int layout(long whole, int exponent, int digits, byte[] buffer, int at) {
        long left = whole;
        int count = digits;
        while (count > 1 && left % 10 == 0) {
            left /= 10;
            count--;
        }
        if (exponent < -4 || exponent >= digits) {
            return scientific(left, count, exponent, buffer, at);
        }
        if (exponent >= count - 1) {
            int end = digitsOf(left, count, buffer, at);
            for (int i = count - 1; i < exponent; i++) {
                buffer[end++] = '0';
            }
            return end;
        }
        if (exponent >= 0) {
            int end = digitsOf(left, count, buffer, at);
            int point = at + exponent + 1;
            System.arraycopy(buffer, point, buffer, point + 1, end - point);
            buffer[point] = '.';
            return end + 1;
        }
        int end = at;
        buffer[end++] = '0';
        buffer[end++] = '.';
        for (int i = -1; i > exponent; i--) {
            buffer[end++] = '0';
        }
        return digitsOf(left, count, buffer, end);
    }

    private static int scientific(long left, int count, int exponent, byte[] buffer, int at) {
        int end = digitsOf(left, count, buffer, at);
        if (count > 1) {
            System.arraycopy(buffer, at + 1, buffer, at + 2, count - 1);
            buffer[at + 1] = '.';
            end++;
        }
        buffer[end++] = 'e';
        buffer[end++] = (byte) (exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        return digitsOf(size, size < 100 ? 2 : 3, buffer, end);
    }

    private static int digitsOf(long number, int count, byte[] buffer, int at) {
        long left = number;
        for (int i = at + count - 1; i >= at; i--) {
            buffer[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return at + count;
    }

    private static int copy(String text, byte[] buffer, int at) {
        for (int i = 0; i < text.length(); i++) {
            buffer[at + i] = (byte) text.charAt(i);
        }
        return at + text.length();
    }
}

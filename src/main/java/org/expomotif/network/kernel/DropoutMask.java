package org.expomotif.network.kernel;

/**
 * The values that dropout keeps in a sample. Each channel has a generator (xorshift of 32 bits) that starts at
 * {@code state[channel]} and steps once per row. A value is multiplied by {@code factor} if the draw is at least
 * {@code threshold}, else set to 0. The kernels do not change the state.
 *
 * @param state one state per channel, followed by {@link Kernels#SLACK} numbers of padding
 * @param threshold the lowest draw that keeps a value
 * @param factor factor of the values that are kept
 */
public record DropoutMask(int[] state, int threshold, float factor) {
    /** A mask that keeps every value. */
    public static DropoutMask none(int channels) {
        return new DropoutMask(new int[channels + Kernels.SLACK], Integer.MIN_VALUE, 1);
    }

    /** The next draw of a generator. */
    static int next(int draw) {
        int d = draw ^ (draw << 13);
        d ^= d >>> 17;
        return d ^ (d << 5);
    }
}

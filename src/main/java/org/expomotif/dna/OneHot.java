package org.expomotif.dna;

import java.util.List;

/** One-hot encoding of sequences: position by position, four channels in the order A C G T. */
public final class OneHot {
    private OneHot() {}

    /** The one-hot encoding of codes, as a new array. */
    public static float[] of(byte[] codes) {
        float[] out = new float[4 * codes.length];
        encode(codes, out, 0);
        return out;
    }

    /** The one-hot encodings of sequences of one length, one after the other, as a new array. */
    public static float[] of(List<byte[]> codes) {
        int size = codes.isEmpty() ? 0 : 4 * codes.getFirst().length;
        float[] out = new float[Math.multiplyExact(codes.size(), size)];
        for (int i = 0; i < codes.size(); i++) {
            encode(codes.get(i), out, i * size);
        }
        return out;
    }

    /**
     * Writes the one-hot encoding of codes: 1 in the channel of the base, 0.25 in all four for an unknown base.
     *
     * @param codes codes of {@link Nucleotide}
     * @param out receives {@code 4 * codes.length} numbers, index {@code 4 * position + channel}
     * @param offset index of the first number written
     */
    public static void encode(byte[] codes, float[] out, int offset) {
        for (int i = 0; i < codes.length; i++) {
            int at = offset + 4 * i;
            float rest = codes[i] == Nucleotide.UNKNOWN ? 0.25f : 0f;
            out[at] = rest;
            out[at + 1] = rest;
            out[at + 2] = rest;
            out[at + 3] = rest;
            if (codes[i] != Nucleotide.UNKNOWN) {
                out[at + codes[i]] = 1f;
            }
        }
    }
}

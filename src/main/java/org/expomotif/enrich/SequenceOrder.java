package org.expomotif.enrich;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.expomotif.dna.Nucleotide;
import org.expomotif.stats.MersenneTwister;

/**
 * The sequences of a set in the random order of SEA, which determines those held out. A sequence is replaced by its
 * reverse complement where that comes first in the order A C G T unknown; the sequences are sorted, so that the order
 * of the file does not matter, and permuted.
 *
 * @param codes the sequences in this order and orientation
 * @param indices for each, its index in the set
 */
record SequenceOrder(List<byte[]> codes, int[] indices) {
    /** Puts a set into a random order. */
    static SequenceOrder of(SequenceSet set, MersenneTwister random) {
        List<byte[]> canonical =
                set.codes().stream().map(SequenceOrder::canonical).toList();
        List<byte[]> names = set.names().stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList();
        int[] order = IntStream.range(0, canonical.size())
                .boxed()
                .sorted(Comparator.<Integer, byte[]>comparing(canonical::get, Arrays::compareUnsigned)
                        .thenComparingInt(i -> names.get(i).length)
                        .thenComparing(names::get, Arrays::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextIndex(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return new SequenceOrder(Arrays.stream(order).mapToObj(canonical::get).toList(), order);
    }

    private static byte[] canonical(byte[] codes) {
        byte[] reversed = Nucleotide.reverseComplement(codes);
        return Arrays.compareUnsigned(reversed, codes) < 0 ? reversed : codes;
    }

    /** The order without some letters: parts of the sequences, in the same order. */
    SequenceOrder withCodes(List<byte[]> others) {
        return new SequenceOrder(others, indices);
    }

    int size() {
        return indices.length;
    }

    /** Total length of the sequences {@code from .. to - 1}. */
    long bases(int from, int to) {
        long total = 0;
        for (byte[] sequence : codes.subList(from, to)) {
            total += sequence.length;
        }
        return total;
    }

    /**
     * Shortens the sequences {@code from .. to - 1} so that their mean length becomes the given one, each in proportion
     * to its length and at both ends, as SEA does it with controls that are longer than the positives.
     *
     * @param mean a length, not above the mean length of these sequences
     */
    List<byte[]> trimmed(int from, int to, double mean) {
        int n = to - from;
        double present = (double) bases(from, to) / n;
        double fraction = 1 - mean / present;
        double left = bases(from, to) - Math.floor(mean * n);
        List<byte[]> shorter = new ArrayList<>();
        for (byte[] sequence : codes.subList(from, to)) {
            int cut = (int) Math.clamp(Math.max(1, fraction * sequence.length + 0.5), 0, Math.max(0, left));
            int start = cut / 2;
            shorter.add(Arrays.copyOfRange(sequence, start, start + sequence.length - cut));
            left -= cut;
        }
        return shorter;
    }
}

package org.expomotif.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.Inputs;
import org.expomotif.io.RepeatedNames;
import org.expomotif.io.SequenceFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * Stretches of a genome: a window of the sequence's length, each window of the forward strand without an unknown base
 * equally likely. Held in two bits a base.
 */
public final class GenomeSource implements BaseSource {
    private static final int BASES_A_WORD = 32;

    private final int length;
    private final List<Long> starts = new ArrayList<>();
    private final List<Long> windowsBefore = new ArrayList<>();
    private long[] words = new long[1 << 12];
    private long bases;
    private long windows;

    private GenomeSource(int length) {
        this.length = length;
    }

    /**
     * Reads a genome.
     *
     * @param pathOrDash FASTA or GenBank
     * @param length bases of the stretches to draw
     * @throws UserException when it has no stretch of that length without an unknown base
     */
    public static GenomeSource read(String pathOrDash, int length, Warnings warnings) {
        GenomeSource genome = new GenomeSource(length);
        SequenceFile.forEach(pathOrDash, RepeatedNames.IGNORED, warnings, genome::add);
        if (genome.windows == 0) {
            throw new UserException("the background has no stretch of " + length + " known bases")
                    .in(Inputs.name(pathOrDash))
                    .remedy("give longer sequences or a smaller --length");
        }
        return genome;
    }

    private void add(DnaSequence sequence) {
        byte[] codes = sequence.codes();
        int start = 0;
        for (int i = 0; i <= codes.length; i++) {
            if (i == codes.length || codes[i] == Nucleotide.UNKNOWN) {
                if (i - start >= length) {
                    addStretch(codes, start, i);
                }
                start = i + 1;
            }
        }
    }

    private void addStretch(byte[] codes, int start, int end) {
        starts.add(bases);
        windowsBefore.add(windows);
        windows += end - start - length + 1;
        for (int i = start; i < end; i++, bases++) {
            int word = Math.toIntExact(bases / BASES_A_WORD);
            if (word == words.length) {
                words = Arrays.copyOf(words, Math.multiplyExact(words.length / 2, 3));
            }
            words[word] |= (long) codes[i] << 2 * (bases % BASES_A_WORD);
        }
    }

    @Override
    public void fill(byte[] letters, SplittableRandom random) {
        long window = random.nextLong(windows);
        int found = java.util.Collections.binarySearch(windowsBefore, window);
        int stretch = found >= 0 ? found : -found - 2;
        long at = starts.get(stretch) + window - windowsBefore.get(stretch);
        for (int i = 0; i < letters.length; i++, at++) {
            long word = words[(int) (at / BASES_A_WORD)];
            letters[i] = Nucleotide.letter((int) (word >>> 2 * (at % BASES_A_WORD)) & 3);
        }
    }
}

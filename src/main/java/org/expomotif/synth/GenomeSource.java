package org.expomotif.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * Windows of a genome. All windows of the forward strand that have the length of a sequence and no unknown base are
 * equally likely. The genome is stored with two bits per base.
 */
public final class GenomeSource implements BaseSource {
    private static final int BASES_PER_WORD = 32;

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
     * @param pathOrDash path of a sequence file, or {@code -} for standard input
     * @param length number of bases of a window
     * @param warnings receives warnings about the file
     * @throws UserException when the genome has no window without an unknown base
     */
    public static GenomeSource read(String pathOrDash, int length, Warnings warnings) {
        GenomeSource genome = new GenomeSource(length);
        SequenceFile.forEach(pathOrDash, RepeatedNames.IGNORED, warnings, genome::add);
        if (genome.windows == 0) {
            throw new UserException("the background has no " + length + " known bases in a row")
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
                    addRun(codes, start, i);
                }
                start = i + 1;
            }
        }
    }

    private void addRun(byte[] codes, int start, int end) {
        starts.add(bases);
        windowsBefore.add(windows);
        windows += end - start - length + 1;
        for (int i = start; i < end; i++, bases++) {
            int word = Math.toIntExact(bases / BASES_PER_WORD);
            if (word == words.length) {
                words = Arrays.copyOf(words, Math.multiplyExact(words.length / 2, 3));
            }
            words[word] |= (long) codes[i] << 2 * (bases % BASES_PER_WORD);
        }
    }

    @Override
    public void fill(byte[] letters, SplittableRandom random) {
        long window = random.nextLong(windows);
        int found = Collections.binarySearch(windowsBefore, window);
        int run = found >= 0 ? found : -found - 2;
        long at = starts.get(run) + window - windowsBefore.get(run);
        for (int i = 0; i < letters.length; i++, at++) {
            long word = words[(int) (at / BASES_PER_WORD)];
            letters[i] = Nucleotide.letter((int) (word >>> 2 * (at % BASES_PER_WORD)) & 3);
        }
    }
}

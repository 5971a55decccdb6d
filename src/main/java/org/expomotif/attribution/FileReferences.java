package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * References from a user's file. For each sequence, {@code count} of them are drawn without replacement; when the file
 * has exactly {@code count}, every sequence is compared with all of them in file order.
 */
public final class FileReferences implements References {
    private final List<byte[]> pool;
    private final int count;
    private final long seed;

    private FileReferences(List<byte[]> pool, int count, long seed) {
        this.pool = pool;
        this.count = count;
        this.seed = seed;
    }

    /**
     * Creates references from a pool.
     *
     * @param pool sequences of equal length
     * @param count references per sequence, from 1 to the size of the pool
     */
    public static FileReferences of(List<DnaSequence> pool, int count, long seed) {
        if (count < 1 || count > pool.size()) {
            throw new IllegalArgumentException(count + " of " + pool.size() + " references");
        }
        return new FileReferences(pool.stream().map(DnaSequence::codes).toList(), count, seed);
    }

    /**
     * Reads the pool from a sequence file.
     *
     * @param length required number of bases per reference
     * @param maximum maximum number of references per sequence; fewer when the file has fewer
     * @throws UserException when the file is not a sequence file, is empty or holds sequences of another length
     */
    public static FileReferences read(String file, int length, int maximum, long seed, Warnings warnings) {
        List<DnaSequence> sequences = new ArrayList<>();
        SequenceFile.forEach(file, RepeatedNames.IGNORED, warnings, sequences::add);
        if (sequences.isEmpty()) {
            throw new UserException("the file has no sequences").in(file);
        }
        for (DnaSequence sequence : sequences) {
            if (sequence.length() != length) {
                throw new UserException("the reference length differs from the model's input length")
                        .in(file)
                        .atRecord("sequence " + sequence.name())
                        .expected(length + " bases")
                        .found(sequence.length() + " bases")
                        .remedy("cut the references to " + length + " bases");
            }
        }
        return of(sequences, Math.min(maximum, sequences.size()), seed);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public float[][] draw(DnaSequence sequence) {
        byte[] codes = sequence.codes();
        int[] order = new int[pool.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        RandomGenerator generator = References.generator(sequence, seed);
        float[][] references = new float[count][4 * codes.length];
        for (int r = 0; r < count; r++) {
            if (count < order.length) {
                int other = generator.nextInt(r, order.length);
                int kept = order[r];
                order[r] = order[other];
                order[other] = kept;
            }
            byte[] reference = pool.get(order[r]).clone();
            for (int i = 0; i < reference.length; i++) {
                reference[i] = codes[i] == Nucleotide.UNKNOWN ? Nucleotide.UNKNOWN : reference[i];
            }
            OneHot.encode(reference, references[r], 0);
        }
        return references;
    }
}

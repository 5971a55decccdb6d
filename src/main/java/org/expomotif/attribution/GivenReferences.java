package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.io.RepeatedNames;
import org.expomotif.io.SequenceFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * References of the user's own: for each sequence so many of them, drawn without replacement; all of them, in their
 * order, when that is as many as there are.
 */
public final class GivenReferences implements References {
    private final List<byte[]> pool;
    private final int count;
    private final long seed;

    private GivenReferences(List<byte[]> pool, int count, long seed) {
        this.pool = pool;
        this.count = count;
        this.seed = seed;
    }

    /**
     * Takes references.
     *
     * @param pool sequences of one length
     * @param count how many each explained sequence is compared with, from 1 to all
     */
    public static GivenReferences of(List<DnaSequence> pool, int count, long seed) {
        if (count < 1 || count > pool.size()) {
            throw new IllegalArgumentException(count + " of " + pool.size() + " references");
        }
        return new GivenReferences(pool.stream().map(DnaSequence::codes).toList(), count, seed);
    }

    /**
     * Reads them from a sequence file.
     *
     * @param length bases that each must have
     * @param most how many to take for a sequence; fewer when there are not so many
     * @throws UserException when the file is none, is empty or holds sequences of another length
     */
    public static GivenReferences read(String file, int length, int most, long seed, Warnings warnings) {
        List<DnaSequence> sequences = new ArrayList<>();
        SequenceFile.forEach(file, RepeatedNames.IGNORED, warnings, sequences::add);
        if (sequences.isEmpty()) {
            throw new UserException("there is no reference sequence").in(file);
        }
        for (DnaSequence sequence : sequences) {
            if (sequence.length() != length) {
                throw new UserException("the reference does not fit the network's input")
                        .in(file)
                        .atRecord("sequence " + sequence.name())
                        .expected(length + " bases")
                        .found(sequence.length() + " bases")
                        .remedy("cut the references to " + length + " bases");
            }
        }
        return of(sequences, Math.min(most, sequences.size()), seed);
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

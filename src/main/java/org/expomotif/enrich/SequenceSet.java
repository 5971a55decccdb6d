package org.expomotif.enrich;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;

/**
 * The sequences of one side of the comparison, as read. Sequences of fewer than 8 bases are counted and left out; their
 * words count towards the backgrounds.
 */
public final class SequenceSet {
    /** Minimum number of bases of a sequence. */
    public static final int SHORTEST = 8;

    private final String source;
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> codes = new ArrayList<>();
    private final LetterCounts counts;
    private int firstLength = -1;
    private int tooShort;

    /** Creates an empty set; {@code source} names it in messages. */
    public SequenceSet(String source) {
        this(source, new LetterCounts());
    }

    /** Creates an empty set with the word counts of other sequences. */
    SequenceSet(String source, LetterCounts counts) {
        this.source = source;
        this.counts = counts;
    }

    /** Adds a sequence. */
    public void add(DnaSequence sequence) {
        add(sequence.name(), sequence.codes());
    }

    /** Adds a sequence given as codes of {@link org.expomotif.dna.Nucleotide}, which is not copied. */
    public void add(String name, byte[] sequence) {
        counts.add(sequence);
        addUncounted(name, sequence);
    }

    /** Adds a sequence whose words do not count. */
    void addUncounted(String name, byte[] sequence) {
        firstLength = firstLength < 0 ? sequence.length : firstLength;
        if (sequence.length < SHORTEST) {
            tooShort++;
            return;
        }
        names.add(name);
        codes.add(sequence);
    }

    /**
     * Requires the two sequences that a comparison needs.
     *
     * @throws UserException when there are fewer
     */
    void requireTwo() {
        if (codes.size() < 2) {
            throw new UserException("there are too few sequences to compare")
                    .in(source)
                    .expected("at least 2 of at least " + SHORTEST + " bases")
                    .found(codes.size() + (tooShort == 0 ? "" : ", and " + tooShort + " shorter ones"));
        }
    }

    /** The name of the set in messages. */
    public String source() {
        return source;
    }

    /** Number of sequences. */
    public int size() {
        return codes.size();
    }

    /** Number of sequences left out because they are too short. */
    public int tooShort() {
        return tooShort;
    }

    /** The length of the first sequence, including one that is too short; -1 when there is none. */
    int firstLength() {
        return firstLength;
    }

    /** The names, in the order of the file. */
    public List<String> names() {
        return names;
    }

    /** The sequences, in the order of the file; not to be changed. */
    public List<byte[]> codes() {
        return codes;
    }

    LetterCounts counts() {
        return counts;
    }
}

package org.expomotif.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.Split;
import org.expomotif.dna.DnaSequence;

/** A toy data set of random bases. Every positive contains a word on the forward strand at a random position. */
public final class PlantedSequences {
    /** The word in the positives. */
    public static final String WORD = "TGACTCATC";

    private final List<DnaSequence> sequences = new ArrayList<>();
    private final List<Labels.Row> rows = new ArrayList<>();

    /**
     * Draws n sequences. Every second one is positive; of ten, seven are for training, one for validation, two for
     * testing.
     */
    public PlantedSequences(int n, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < n; i++) {
            boolean positive = i % 2 == 0;
            byte[] letters = new byte[length];
            for (int p = 0; p < length; p++) {
                letters[p] = (byte) "ACGT".charAt(random.nextInt(4));
            }
            if (positive) {
                byte[] word = WORD.getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(word, 0, letters, random.nextInt(length - word.length + 1), word.length);
            }
            int tenth = i / 2 % 10;
            Split split = tenth < 7 ? Split.TRAIN : tenth == 7 ? Split.VALID : Split.TEST;
            sequences.add(new DnaSequence("s" + i, "", letters));
            rows.add(new Labels.Row("s" + i, split, new float[] {positive ? 1 : 0}));
        }
    }

    /** The labels, one class {@code bound}. */
    public Labels labels() {
        return new Labels(List.of("bound"), rows);
    }

    /** Sequences and labels joined. */
    public LabelledSequences joined() {
        return LabelledSequences.join(labels(), sequences, "planted.fa", "planted.tsv");
    }

    /** The sequences as FASTA. */
    public String fasta() {
        StringBuilder text = new StringBuilder();
        for (DnaSequence sequence : sequences) {
            text.append('>').append(sequence.name()).append('\n');
            text.append(new String(sequence.letters(), StandardCharsets.US_ASCII))
                    .append('\n');
        }
        return text.toString();
    }
}

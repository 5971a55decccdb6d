package org.expomotif.synth;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.motif.Motif;

/** What is planted in which sequences, and what their labels say. */
public sealed interface SynthTask {
    /** The motifs, those of the labels first. */
    List<Motif> motifs();

    /** Names of the label columns. */
    List<String> classes();

    /** Kinds of sequences; each has the same share of all sequences. */
    int kinds();

    /** How many of the motifs, from the first, sequences of a kind draw from. */
    int choices(int kind);

    /** The smallest number of motifs in a sequence. */
    int least();

    /** Whether a sequence of a kind with these motifs has each label. */
    boolean[] labels(int kind, int[] planted);

    /**
     * Task 1 of the study: one class a motif, 1 when the sequence holds it on either strand; 1 to 5 motifs a sequence.
     *
     * @param motifs the motifs, one class each
     */
    record MotifClasses(List<Motif> motifs) implements SynthTask {
        @Override
        public List<String> classes() {
            return MotifChoice.classNames(motifs);
        }

        @Override
        public int kinds() {
            return 1;
        }

        @Override
        public int choices(int kind) {
            return motifs.size();
        }

        @Override
        public int least() {
            return 1;
        }

        @Override
        public boolean[] labels(int kind, int[] planted) {
            boolean[] labels = new boolean[motifs.size()];
            for (int motif : planted) {
                labels[motif] = true;
            }
            return labels;
        }
    }

    /**
     * Task 3 of the study: half of the sequences hold motifs of the core set alone, the other half motifs of core and
     * background; 3 to 7 motifs a sequence; the one class is {@code core}.
     *
     * @param core motifs of the positives
     * @param background the other motifs of the negatives
     */
    record Billboard(List<Motif> core, List<Motif> background) implements SynthTask {
        private static final int LEAST = 3;

        @Override
        public List<Motif> motifs() {
            List<Motif> all = new ArrayList<>(core);
            all.addAll(background);
            return all;
        }

        @Override
        public List<String> classes() {
            return List.of("core");
        }

        @Override
        public int kinds() {
            return 2;
        }

        @Override
        public int choices(int kind) {
            return kind == 0 ? core.size() : core.size() + background.size();
        }

        @Override
        public int least() {
            return LEAST;
        }

        @Override
        public boolean[] labels(int kind, int[] planted) {
            return new boolean[] {kind == 0};
        }
    }
}

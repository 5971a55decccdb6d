package org.expomotif.synth;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.motif.Motif;

/** A task: the motifs that are planted in sequences, and the labels of the sequences. */
public sealed interface SynthTask {
    /** The motifs, those with labels first. */
    List<Motif> motifs();

    /** Names of the label columns. */
    List<String> classes();

    /** Number of kinds of sequences. Each kind makes up the same fraction of all sequences. */
    int kinds();

    /** Number of motifs, from the first, that can be planted in sequences of a kind. */
    int choices(int kind);

    /** Minimum number of motifs in a sequence. */
    int minimumMotifs();

    /** The labels of a sequence of a kind with planted motifs. */
    boolean[] labels(int kind, int[] planted);

    /**
     * Task 1 of the study: one class per motif, 1 when the sequence contains the motif on either strand; 1 to 5 motifs
     * per sequence.
     *
     * @param motifs motifs, one class each
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
        public int minimumMotifs() {
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
     * Task 3 of the study: half of the sequences contain core motifs only, the other half core and background motifs; 3
     * to 7 motifs per sequence. The only class is {@code core}.
     *
     * @param core core motifs, the only motifs of the positives
     * @param background background motifs, which the negatives contain too
     */
    record Billboard(List<Motif> core, List<Motif> background) implements SynthTask {
        private static final int MINIMUM_MOTIFS = 3;

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
        public int minimumMotifs() {
            return MINIMUM_MOTIFS;
        }

        @Override
        public boolean[] labels(int kind, int[] planted) {
            return new boolean[] {kind == 0};
        }
    }
}

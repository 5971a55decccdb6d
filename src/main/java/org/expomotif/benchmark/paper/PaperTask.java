package org.expomotif.benchmark.paper;

import java.util.List;
import java.util.stream.Stream;
import org.expomotif.motif.Motif;
import org.expomotif.synth.StudyMotifs;
import org.expomotif.synth.StudyTasks;
import org.expomotif.synth.SynthTask;

/** A simulated task of Koo and Ploenzke (2021). */
public enum PaperTask {
    /** Task 1: which of twelve motifs are in a sequence. */
    CLASSES(1, 30_000, List.of("cnn-50", "cnn-2", "cnn-deep")),
    /** Task 3: core motifs against core and background motifs; the attributions are evaluated too. */
    BILLBOARD(3, 20_000, List.of("cnn-local", "cnn-dist"));

    /** Number of bases of the sequences. */
    static final int LENGTH = 200;

    private static final int BACKGROUND_MOTIFS = 50;

    private final int number;
    private final int sequences;
    private final List<String> networks;

    PaperTask(int number, int sequences, List<String> networks) {
        this.number = number;
        this.sequences = sequences;
        this.networks = networks;
    }

    /** The numbers of the tasks. */
    public static List<Integer> numbers() {
        return Stream.of(values()).map(PaperTask::number).toList();
    }

    /**
     * The task with a number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static PaperTask numbered(int number) {
        return Stream.of(values())
                .filter(task -> task.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no task " + number));
    }

    /** The number of the task in the study. */
    public int number() {
        return number;
    }

    /** The number of sequences in the study. */
    public int sequences() {
        return sequences;
    }

    /** The networks of the study, those that train in less time first. */
    public List<String> networks() {
        return networks;
    }

    /** Whether attributions are evaluated. */
    boolean hasAttributions() {
        return this == BILLBOARD;
    }

    /** The motifs to plant, and their labels. */
    SynthTask synth(long seed) {
        List<Motif> motifs = StudyMotifs.jaspar2016().motifs();
        return switch (this) {
            case CLASSES -> StudyTasks.classes(motifs, StudyMotifs.NAME, List.of());
            case BILLBOARD ->
                StudyTasks.billboard(truth(), motifs, StudyMotifs.NAME, List.of(), BACKGROUND_MOTIFS, LENGTH, seed);
        };
    }

    /** The motifs that a network has to learn: the classes, or the core motifs. */
    List<Motif> truth() {
        List<Motif> motifs = StudyMotifs.jaspar2016().motifs();
        return switch (this) {
            case CLASSES ->
                StudyTasks.classes(motifs, StudyMotifs.NAME, List.of()).motifs();
            case BILLBOARD -> StudyTasks.core(motifs, StudyMotifs.NAME, List.of());
        };
    }
}

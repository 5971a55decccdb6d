package org.expomotif.benchmark.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.expomotif.benchmark.SelectedSequences;
import org.expomotif.dataset.FileSequences;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.SequenceSelection;
import org.expomotif.dataset.Split;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Warnings;
import org.expomotif.synth.BaseSource;
import org.expomotif.synth.PlantedTruth;
import org.expomotif.synth.SynthRun;
import org.expomotif.synth.SynthSettings;

/**
 * The simulated data of a task, in memory.
 *
 * @param samples sequences and labels
 * @param truth the planted motifs
 * @param sequences path of the sequences
 * @param labels path of the labels
 */
record PaperData(LabelledSequences samples, PlantedTruth truth, String sequences, String labels) {
    private static final double TRAIN = 0.7;
    private static final double VALID = 0.1;

    /** The names of the files in the folder of the data. */
    static List<String> files() {
        return SynthRun.files(false);
    }

    /** Reads the data of a trial, which are simulated first if they do not exist. */
    static PaperData of(TrialKey trial, Path root) {
        Path folder = root.resolve(trial.dataFolder());
        if (!files().stream().allMatch(name -> Files.exists(folder.resolve(name)))) {
            TrialKey.Sizes sizes = trial.sizes();
            SynthSettings settings =
                    new SynthSettings(sizes.sequences(), PaperTask.LENGTH, TRAIN, VALID, sizes.dataSeed(), false);
            SynthRun run = new SynthRun(trial.condition().task().synth(sizes.dataSeed()), settings, BaseSource.UNIFORM);
            OutputGroup.allOrNone(() -> run.write(folder, Progress.NONE));
        }
        String sequences = folder.resolve("sequences.fa").toString();
        String labels = folder.resolve("labels.tsv").toString();
        PlantedTruth truth = PlantedTruth.read(
                folder.resolve("sites.bed").toString(),
                Optional.of(MotifFile.read(folder.resolve("motifs.meme").toString())));
        return new PaperData(LabelledSequences.read(sequences, labels, Warnings.NONE), truth, sequences, labels);
    }

    /** The sequences of the test split. */
    SelectedSequences test() {
        return new SelectedSequences(sequences, Optional.of(labels), Optional.of(Split.TEST));
    }

    /**
     * The first positives of the test split.
     *
     * @param count maximum number of sequences
     */
    SequenceSelection positives(int count) {
        return new SequenceSelection(
                new FileSequences(sequences, Warnings.NONE),
                Optional.of(labels),
                Optional.of(Split.TEST),
                Optional.of(samples.classes().getFirst()),
                count,
                Optional.empty());
    }
}

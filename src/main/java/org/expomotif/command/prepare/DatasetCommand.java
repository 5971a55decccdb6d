package org.expomotif.command.prepare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardOptions;
import org.expomotif.dataset.build.DatasetRun;
import org.expomotif.dataset.build.DatasetSettings;
import org.expomotif.dataset.hdf5.Hdf5Dataset;
import org.expomotif.io.Outputs;
import org.expomotif.report.DatasetPage;
import org.expomotif.report.Hdf5Page;
import org.expomotif.run.BackgroundResult;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a data set from peaks and a genome, or from published HDF5 files. */
@Command(
        description = {
            "Make labelled sequences from peaks and a genome, with matched negatives and splits",
            "",
            "Writes sequences.fa, labels.tsv, regions.bed (the window of each sequence), dropped.tsv (records that are not"
                    + " used, with file, line and reason), composition.tsv (GC content and repeat fraction per split),"
                    + " leaks.tsv (near-duplicates across splits), dataset.html (counts and plots) and dataset.json (the"
                    + " record of the run and all counts).",
            "",
            "Give --positives with --genome; or --h5, which reads a published data set with its own splits and writes"
                    + " sequences.fa, labels.tsv, dataset.html and dataset.json."
        },
        versionProvider = StandardOptions.VersionText.class,
        footer = {
            "  expomotif dataset --positives ctcf.narrowPeak --genome hg38.fa.gz --blacklist hg38-blacklist.bed \\",
            "    --valid-chromosomes chr10 --test-chromosomes chr8,chr9 --out-dir data"
        })
public final class DatasetCommand implements PlannedCommand {
    @Mixin
    private PeakOptions peaks;

    @Option(
            names = "--genome",
            paramLabel = "FILE",
            order = 2,
            description = "The genome of the peaks: FASTA (plain, gzip or bgzip) or .2bit, with repeats in lower case.")
    private String genome = "";

    @Mixin
    private Hdf5Options hdf5;

    @Mixin
    private NegativeOptions negatives;

    @Mixin
    private DivisionOptions division;

    @Mixin
    private OutDirOption outDir;

    @Mixin
    private SeedOption seed;

    @Mixin
    private StandardOptions standard;

    public DatasetCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        List<String> files = hdf5.isGiven() ? Hdf5Options.OUTPUTS : DatasetRun.files(division.planned());
        files.forEach(name -> outDir.plan(plan, name));
    }

    @Override
    public Integer call() {
        hdf5.check();
        return hdf5.isGiven() ? fromHdf5() : fromPeaks();
    }

    private Integer fromHdf5() {
        Optional<List<String>> classes = peaks.namedClasses();
        Progress progress = standard.progress();
        BackgroundResult<RunRecord> record =
                BackgroundResult.of(() -> standard.record(hdf5.files().toArray(String[]::new)));
        Path folder = outDir.create();
        return OutputGroup.allOrNone(() -> {
            Hdf5Dataset.Result result = Hdf5Dataset.write(hdf5.files(), classes, folder, progress);
            Hdf5Page.write(
                    folder.resolve(DatasetRun.PAGE).toString(),
                    result,
                    record.get().provenance().lines());
            writeSummary(folder, record.get(), result.summary());
            return 0;
        });
    }

    private static void writeSummary(Path folder, RunRecord record, Object summary) {
        Outputs.writeText(folder.resolve(DatasetRun.SUMMARY).toString(), record.json("dataset", summary));
    }

    private Integer fromPeaks() {
        DatasetSettings settings = new DatasetSettings(
                peaks.positives(),
                peaks.classes(),
                genome,
                negatives.settings(),
                peaks.regions(),
                division.rule(),
                division.dropLeaks(),
                seed.value());
        Progress progress = standard.progress();
        List<String> inputs = new ArrayList<>(peaks.inputs());
        inputs.addAll(negatives.inputs());
        inputs.add(genome);
        BackgroundResult<RunRecord> record = BackgroundResult.of(() -> standard.record(inputs.toArray(String[]::new)));
        Path folder = outDir.create();
        return OutputGroup.allOrNone(() -> {
            DatasetRun.Result result =
                    DatasetRun.write(settings, folder, () -> record.get().provenance(), progress);
            DatasetPage.write(
                    folder.resolve(DatasetRun.PAGE).toString(),
                    result,
                    record.get().provenance().lines());
            writeSummary(folder, record.get(), result.summary());
            return 0;
        });
    }
}

package org.expomotif.command.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.BatchedAttributor;
import org.expomotif.attribution.ShuffledSequences;
import org.expomotif.attribution.TargetOutput;
import org.expomotif.attribution.file.ClassScores;
import org.expomotif.attribution.file.OneHotRows;
import org.expomotif.attribution.file.ScoreFiles;
import org.expomotif.benchmark.RecoveryEvaluation;
import org.expomotif.command.option.ModelOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.RegionOptions;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.dataset.SequenceSelection;
import org.expomotif.dataset.SequenceSource;
import org.expomotif.dna.DnaSequence;
import org.expomotif.network.model.Model;
import org.expomotif.report.ScoreLogo;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Computes attribution scores of the bases of sequences. */
@Command(
        description = "Score how much each base of a sequence matters to a prediction",
        footer = {
            "  expomotif attribute --model model.zip --sequences sequences.fa --class 1 \\",
            "    --method integrated-gradients -o scores.npz",
            "",
            "Measure how well the scores find the planted bases of the first 500 positives of a test split:",
            "  expomotif attribute --model model.zip --sequences sequences.fa --class 1 --method saliency \\",
            "    --labels labels.tsv --split test --positives --limit 500 \\",
            "    --sites sites.bed --truth-motifs motifs.meme -o scores.tsv",
            "",
            "--class may be omitted for a model with one class. --output selects what is explained, not a file.",
            "The score of a base is attribution x input; for mutagenesis, the L2 norm of its mutants' effects.",
            "With references (integrated gradients, DeepLIFT, DeepSHAP) it is the base's contribution.",
            "Contributions add up to output - reference output: DeepLIFT's exactly, those of the other methods",
            "up to the gap that --summary lists.",
            "TSV has the score of each base and, in score_A to score_T, the scores of all four letters.",
            "bedGraph and bigWig have the base scores, in genome coordinates for names like chr1:100-300.",
            "Windows of --regions are named like peak1::chr1:100-300(-), counted from 0.",
            "--shuffles explains shuffled sequences, which shows what scores come by chance (see seqlets).",
            "npz has the scores as arr_0 (sequences x 4 x length, for TF-MoDISco), one_hot, base_scores, output,",
            "reference_output, gap, ids and the settings (for --null N). merge combines the shards, file by file."
        })
public final class AttributeCommand extends StandardCommand {
    @Mixin
    private ModelOption model;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private RegionOptions regions;

    @Mixin
    private ExplainedOptions explained;

    @Mixin
    private AttributionMethodOptions methods;

    @Mixin
    private RecoveryOptions recovery;

    @Mixin
    private ScoreFileOptions files;

    @Mixin
    private ScoreLogoOptions logo;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ThreadsOption threads;

    public AttributeCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        files.plan(
                plan,
                explained.separateClasses(() -> model.read(progress()).info().classes()));
        recovery.plan(plan, files.output());
        regions.plan(plan);
        selection.plan(plan);
        logo.plan(plan);
    }

    @Override
    public Integer call() {
        Progress progress = progress();
        Model read = model.read(progress);
        int length = read.network().spec().inputLength();
        List<TargetOutput> targets = explained.targets(read, threads.count());
        List<String> classes = targets.stream()
                .map(target -> read.info().classes().get(target.output()))
                .toList();
        AttributionMethod method = methods.method(length, seed.value(), progress);
        SequenceSource source = selection.source(length, regions, progress);
        ScoreFiles written = files.files(method, classes.size(), selection.isShard());
        Optional<ScoreLogo> drawing = logo.logo(classes.size(), selection.isShard());
        SequenceSelection chosen = selection.of(source, classes);
        Optional<ShuffledSequences> shuffles = selection.shuffles(seed.value());
        if (shuffles.isPresent()) {
            files.checkWithoutPlaces();
            check(!recovery.given() && drawing.isEmpty(), "--shuffles cannot be combined with --sites and --logo");
        }
        Optional<RecoveryEvaluation> evaluation =
                recovery.evaluation(classes.size(), files.output(), methods.evaluatedScores());
        RunRecord record = runRecord(source);
        Provenance provenance = selection.provenance(record.provenance());
        return OutputGroup.allOrNone(() -> {
            List<ClassScores> scores = written.open(
                    method,
                    classes,
                    name -> AttributionSettings.words(record, model.path(), name),
                    source::genomeLengths,
                    provenance);
            try {
                List<BatchedAttributor> attributors = new ArrayList<>();
                for (int k = 0; k < targets.size(); k++) {
                    ClassScores file = scores.get(k);
                    int done = k == targets.size() - 1 ? 1 : 0;
                    attributors.add(new BatchedAttributor(method, targets.get(k), explanation -> {
                        file.accept(explanation);
                        drawing.ifPresent(sequence -> sequence.add(explanation));
                        evaluation.ifPresent(bases -> bases.add(explanation));
                        progress.advance(done);
                    }));
                }
                explain(
                        chosen,
                        shuffles,
                        attributors,
                        files.oneHot().map(file -> new OneHotRows(file, provenance)),
                        progress);
                source.report(progress);
                scores.forEach(file -> file.commit(progress));
                regions.dropped()
                        .ifPresent(file -> source.dropped().ifPresent(rows -> rows.write(file, record.provenance())));
            } finally {
                scores.forEach(ClassScores::close);
            }
            drawing.ifPresent(sequence -> sequence.write(provenance));
            evaluation.ifPresent(bases -> bases.finish(provenance, progress));
            return 0;
        });
    }

    private void explain(
            SequenceSelection chosen,
            Optional<ShuffledSequences> shuffles,
            List<BatchedAttributor> attributors,
            Optional<OneHotRows> oneHot,
            Progress progress) {
        Consumer<DnaSequence> explainer = sequence -> {
            attributors.forEach(attributor -> attributor.add(sequence));
            oneHot.ifPresent(rows -> rows.add(sequence));
        };
        try {
            progress.start("explaining", selection.expected(), "sequences");
            chosen.forEach(shuffles.map(copies -> copies.of(explainer)).orElse(explainer));
            attributors.forEach(BatchedAttributor::finish);
            oneHot.ifPresent(OneHotRows::commit);
            progress.finish();
        } finally {
            oneHot.ifPresent(OneHotRows::close);
        }
    }

    private RunRecord runRecord(SequenceSource source) {
        List<String> inputs = new ArrayList<>(List.of(model.path()));
        inputs.addAll(source.files());
        selection.labels().ifPresent(inputs::add);
        methods.referenceFile().ifPresent(inputs::add);
        inputs.addAll(recovery.inputs());
        return record(inputs.toArray(String[]::new));
    }
}

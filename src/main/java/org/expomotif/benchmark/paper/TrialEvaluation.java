package org.expomotif.benchmark.paper;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.attribution.AttributionMethodName;
import org.expomotif.benchmark.AttributionTask;
import org.expomotif.benchmark.LocalizationRegions;
import org.expomotif.benchmark.LocalizationTable;
import org.expomotif.benchmark.MatchFraction;
import org.expomotif.benchmark.ScoreProfile;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.dataset.Samples;
import org.expomotif.dataset.Split;
import org.expomotif.filter.FilterMotifs;
import org.expomotif.filter.LearnedFilter;
import org.expomotif.motif.Background;
import org.expomotif.motif.MotifSet;
import org.expomotif.network.Evaluator;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.run.Warnings;
import org.expomotif.synth.StudyMotifs;
import org.expomotif.train.ClassMetrics;
import org.expomotif.train.Evaluation;
import org.expomotif.train.Prediction;

/** The figures of a trained network, on the test split of the data that it was trained on. */
final class TrialEvaluation {
    /** Matches of the study: an E-value of at most 0.1. */
    private static final Cutoff MATCH = new Cutoff(Cutoff.Measure.E, 0.1);

    private final PaperTask task;
    private final PaperData data;
    private final Model model;
    private final int threads;
    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);

    private TrialEvaluation(PaperTask task, PaperData data, Model model, int threads) {
        this.task = task;
        this.data = data;
        this.model = model;
        this.threads = threads;
    }

    /** Computes all figures of a trial. */
    static Map<Figure, Double> of(TrialKey trial, PaperData data, Model model, int threads) {
        TrialEvaluation evaluation = new TrialEvaluation(trial.condition().task(), data, model, threads);
        evaluation.classify();
        evaluation.match();
        evaluation.localize();
        if (trial.condition().task().hasAttributions()) {
            evaluation.attribute(trial.sizes().explained(), trial.sizes().dataSeed());
        }
        return evaluation.figures;
    }

    private void classify() {
        Samples test = data.samples().of(Split.TEST);
        Evaluator evaluator = model.network().evaluator(threads);
        ClassMetrics mean = Evaluation.of(test, Prediction.logits(evaluator, test.codes(), Progress.NONE))
                .meanRow();
        figures.put(Figure.AUROC, mean.auroc());
        figures.put(Figure.AUPR, mean.aupr());
        figures.put(Figure.AUPR_TRAPEZOID, mean.trapezoid());
    }

    private void match() {
        List<LearnedFilter> filters = FilterMotifs.of(
                model.network().evaluator(threads),
                FilterMotifs.centre(model.network().firstLayerKernel()),
                data.samples().of(Split.TEST).codes(),
                FilterMotifs.Settings.PAPER,
                Progress.NONE);
        MotifSet queries =
                new MotifSet(filters.stream().map(LearnedFilter::motif).toList(), Optional.of(Background.UNIFORM));
        MotifSet targets = StudyMotifs.jaspar2016();
        List<QueryMatches> matches =
                new Tomtom(TomtomOptions.DEFAULT, MATCH, Progress.NONE).compare(queries, List.of(targets), threads);
        MatchFraction fraction = MatchFraction.of(matches, queries.motifs(), task.truth(), targets.motifs());
        figures.put(Figure.MATCH_FRACTION, fraction.fraction());
        figures.put(Figure.KNOWN_FRACTION, fraction.known());
        figures.put(
                Figure.MOTIFS_FOUND,
                (double) fraction.planted().size() - fraction.missed().size());
    }

    private void localize() {
        FirstLayerKernel layer = model.network().firstLayerKernel();
        ScoreProfile profile = ScoreProfile.ofFilters(layer.kernel(), layer.bias());
        LocalizationTable apart = table(profile, LocalizationRegions.Rule.APART);
        LocalizationTable published = table(profile, LocalizationRegions.Rule.PUBLISHED);
        figures.put(Figure.LOCALIZATION_AUROC, apart.mean());
        figures.put(Figure.LOCALIZATION_SD, apart.standardDeviation());
        figures.put(Figure.LOCALIZATION_PUBLISHED_AUROC, published.mean());
        figures.put(Figure.LOCALIZATION_PUBLISHED_SD, published.standardDeviation());
    }

    private LocalizationTable table(ScoreProfile profile, LocalizationRegions.Rule rule) {
        LocalizationTable table = new LocalizationTable(data.truth(), sequence -> profile.of(sequence.letters()), rule);
        data.test().forEach(Warnings.NONE, table::add);
        return table;
    }

    private void attribute(int explained, long seed) {
        AttributionTask attributions = new AttributionTask(data.positives(explained), data.truth(), threads, seed);
        for (AttributionMethodName method : AttributionTask.METHODS) {
            Figure.of(method, attributions.evaluate(model, method, Progress.NONE))
                    .forEach(named -> figures.put(named.figure(), named.value()));
        }
    }
}

package org.expomotif.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.compare.verdict.MatchVerdict;
import org.expomotif.compare.verdict.ShuffleTest;
import org.expomotif.filter.FilterVerdict.Word;
import org.expomotif.motif.Background;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.MotifSet;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;

/**
 * Decides what the filters of a model have learned: whether their motifs have more information than those of untrained
 * filters ({@link UntrainedFilters}), whether other trials have them, and whether they match known motifs better than
 * their shuffles do ({@link ShuffleTest}).
 */
public final class FilterAssessment {
    /** Maximum empirical p-value of a filter that has learned a motif. */
    private static final double LEVEL = 0.05;

    /** Maximum q-value of a match with a known motif or a filter of another trial, as in the reference study. */
    private static final Cutoff CUTOFF = new Cutoff(Cutoff.Measure.Q, 0.1);

    private final byte[][] codes;
    private final FilterMotifs.Settings settings;
    private final long seed;
    private final int threads;
    private final Progress progress;

    /**
     * An assessment on sequences.
     *
     * @param codes the sequences that the motifs of the filters were made from
     * @param settings how the motifs were made
     * @param seed seed of the untrained networks and the shuffles
     */
    public FilterAssessment(byte[][] codes, FilterMotifs.Settings settings, long seed, int threads, Progress progress) {
        this.codes = codes;
        this.settings = settings;
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * The verdict on each filter.
     *
     * @param model the model
     * @param filters its filters
     * @param targets known motifs, if any
     * @param trials models of further trials, of the same input length
     */
    public List<FilterVerdict> verdicts(
            Model model, List<LearnedFilter> filters, Optional<MotifSet> targets, List<Model> trials) {
        MotifSet motifs = motifs(filters);
        Optional<List<MatchVerdict>> known = targets.map(set -> matches(motifs, set));
        int[] matched = new int[filters.size()];
        for (Model trial : trials) {
            List<MatchVerdict> found = matches(motifs, motifs(learned(trial)));
            for (int f = 0; f < matched.length; f++) {
                matched[f] += found.get(f).matched() ? 1 : 0;
            }
        }
        UntrainedFilters untrained = UntrainedFilters.of(
                model,
                codes,
                settings,
                filters.stream().map(LearnedFilter::windows).toList(),
                seed,
                threads,
                progress);
        List<FilterVerdict> verdicts = new ArrayList<>();
        for (int f = 0; f < filters.size(); f++) {
            int filter = f;
            Stability stability = new Stability(matched[f], trials.size());
            verdicts.add(verdict(filters.get(f), untrained, stability, known.map(list -> list.get(filter))));
        }
        return verdicts;
    }

    /**
     * How many further trials have a filter.
     *
     * @param matched trials with a filter that matches it
     * @param trials all further trials
     */
    private record Stability(int matched, int trials) {
        boolean unstable() {
            return trials > 0 && matched == 0;
        }
    }

    private List<LearnedFilter> learned(Model trial) {
        return FilterMotifs.of(
                trial.network().evaluator(threads),
                FilterMotifs.centre(trial.network().firstLayerKernel()),
                codes,
                settings,
                progress);
    }

    private static MotifSet motifs(List<LearnedFilter> filters) {
        return new MotifSet(filters.stream().map(LearnedFilter::motif).toList(), Optional.of(Background.UNIFORM));
    }

    private List<MatchVerdict> matches(MotifSet queries, MotifSet targets) {
        Tomtom tomtom = new Tomtom(TomtomOptions.DEFAULT, CUTOFF, progress.withoutWarnings());
        List<MotifSet> database = List.of(targets);
        return new ShuffleTest(tomtom, database)
                .verdicts(queries, tomtom.compare(queries, database, threads), seed, threads);
    }

    private FilterVerdict verdict(
            LearnedFilter filter, UntrainedFilters untrained, Stability stability, Optional<MatchVerdict> match) {
        int windows = filter.windows();
        double bits = InformationContent.total(filter.motif().matrix(), Background.UNIFORM);
        boolean empty =
                windows < 2 || !InformationContent.isInformative(filter.motif().matrix());
        int reaching = untrained.reaching(windows, bits);
        double p = windows < 2 ? Double.NaN : (1.0 + reaching) / (1 + untrained.count());
        boolean known = match.filter(MatchVerdict::matched).isPresent();
        Word word = empty
                ? Word.EMPTY
                : p > LEVEL ? Word.UNTRAINED : known ? Word.KNOWN : stability.unstable() ? Word.UNSTABLE : Word.LEARNED;
        return new FilterVerdict(
                filter.motif().id(),
                windows,
                (double) filter.sequences() / codes.length,
                bits,
                untrained.median(windows),
                p,
                stability.matched(),
                stability.trials(),
                match.map(MatchVerdict::target).orElse("none"),
                match.map(MatchVerdict::name).orElse(""),
                match.map(MatchVerdict::shuffleP).orElse(Double.NaN),
                match.map(MatchVerdict::verdict).orElse(MatchVerdict.Word.NONE),
                word,
                reason(word, bits, reaching, untrained.count(), stability, match));
    }

    private static String reason(
            Word word, double bits, int reaching, int count, Stability stability, Optional<MatchVerdict> match) {
        if (word == Word.EMPTY) {
            return "It has fewer than two windows, or no column of 0.05 bits, and so no motif.";
        }
        String motif = String.format(Locale.ROOT, "Its motif has %.1f bits, ", bits);
        if (word == Word.UNTRAINED) {
            String few = motif + "and " + reaching + " of " + count
                    + " untrained filters have as many from the same number of windows";
            return match.filter(MatchVerdict::matched)
                    .map(found -> few + ", although " + decapitalized(found.reason()))
                    .orElse(few + ".");
        }
        String more = motif + "more than " + (count - reaching) + " of " + count
                + " untrained filters from the same number of windows";
        String trials = stability.trials() == 0
                ? ""
                : ", and " + stability.matched() + " of " + stability.trials()
                        + " further trials have a filter like it";
        if (word == Word.UNSTABLE) {
            return more + ", but none of " + stability.trials() + " further trials has a filter like it.";
        }
        String known =
                match.map(found -> decapitalized(found.reason())).orElse("it was not compared with known motifs.");
        return more + trials + "; " + known;
    }

    private static String decapitalized(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}

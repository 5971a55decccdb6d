package org.expomotif.peaks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.discover.table.Discovery;
import org.expomotif.io.table.TsvReader;
import org.expomotif.run.ShellWords;
import org.expomotif.train.HistoryRow;
import org.expomotif.train.TrialFiles;

/**
 * The analysis of a set of peaks as steps: the commands of this program that a user would type one after the other, and
 * the names of their files.
 *
 * @param folder the folder of all files
 * @param settings the settings
 */
public record PeakAnalysis(Path folder, Settings settings) {
    /** The page with the results. */
    public static final String PAGE = "report.html";

    /** The script of all steps. */
    public static final String SCRIPT = "commands.sh";

    /** The record of the steps that are done. */
    public static final String LOG = "steps.tsv";

    /** The folder of the networks and of what each of them has learned. */
    public static final String TRIALS = "trials";

    /** Maximum number of networks. */
    public static final int MAXIMUM_TRIALS = 100;

    /** The shortest sequences that {@code cnn-dist} reads. */
    private static final int DEEP = 72;

    /** Number of peaks from which on the training has its usual number of sequences per step. */
    private static final int MANY = 2000;

    static final String DATA = "data";
    static final String REGIONS = DATA + "/regions.bed";
    static final String DROPPED = DATA + "/dropped.tsv";
    static final String LABELS = DATA + "/labels.tsv";
    static final String PEAKS = "peaks.bed";
    static final String ENRICHED = "enriched.tsv";
    static final String ENRICHED_PAGE = "enriched.html";
    static final String ENRICHED_MOTIFS = "enriched.meme";
    static final String SITES = "sites.bed";
    static final String FILTERS = "filters.meme";
    static final String CLUSTERS = "filter_clusters.tsv";
    static final String MATCHES = "filter_matches.tsv";
    static final String VERDICTS = "filter_verdicts.tsv";
    static final String FILTER_ENRICHMENT = "filter_enrichment.tsv";
    static final String ENRICHED_FILTERS = "enriched_filters.meme";
    static final String FILTER_SITES = "filter_sites.bed";
    static final String SCORES = "attribution.tsv";
    static final String SUMS = "predictions.tsv";
    static final String PEAK_SCORES = "peak_scores.npz";
    static final String NULL_SCORES = "shuffled_scores.npz";
    static final String DISCOVERED = "discovered";
    static final String DISCOVERED_MOTIFS = DISCOVERED + "/" + Discovery.TABLE;

    /** Number of the strongest peaks in whose scores motifs are discovered. */
    static final int DISCOVERED_FROM = 500;

    /**
     * The settings of an analysis.
     *
     * @param peaks file of the peaks
     * @param genome file of the genome
     * @param motifs file of the known motifs
     * @param data further options of {@code dataset}: length, blacklist, negatives, splits
     * @param training further options of {@code train}: network, number of epochs, sequences per step
     * @param trials number of networks, which differ in their seed
     * @param explained number of the strongest peaks whose bases are scored
     * @param seed seed of the data, the training and the references
     */
    public record Settings(
            String peaks,
            String genome,
            String motifs,
            List<String> data,
            List<String> training,
            int trials,
            int explained,
            long seed) {
        /** Copies the lists. */
        public Settings {
            data = List.copyOf(data);
            training = List.copyOf(training);
        }
    }

    /** Sequences per step of the training: few where there are few peaks, so that an epoch has many steps. */
    public static int batchFor(long peaks) {
        return peaks < MANY ? 32 : 100;
    }

    /** The network for sequences of a length. */
    public static String networkFor(int length) {
        return length < DEEP ? "cnn-50" : "cnn-dist";
    }

    /** The steps up to the sites of all motifs. */
    public List<Step> steps() {
        String seed = " --seed " + settings.seed();
        List<String> labelled = List.of("--sequences", at(DATA + "/sequences.fa"), "--labels", at(LABELS));
        List<Step> steps = new ArrayList<>();
        steps.add(command(
                "making the data set",
                "dataset",
                List.of("--positives", settings.peaks(), "--genome", settings.genome(), "--classes", "peak"),
                settings.data(),
                words("--seed " + settings.seed()),
                List.of("--out-dir", at(DATA))));
        steps.add(new Step.Derivation(
                "sorting the peaks",
                StrongestFirst.shell(ShellWords.quoted(at(REGIONS)), ShellWords.quoted(at(PEAKS))),
                at(REGIONS),
                at(PEAKS),
                () -> StrongestFirst.write(at(REGIONS), at(PEAKS))));
        steps.add(command(
                "testing known motifs",
                "enrich",
                labelled,
                List.of("--motifs", settings.motifs()),
                words("--threshold 0.05" + seed),
                List.of("--representatives", at(ENRICHED_MOTIFS), "--html", at(ENRICHED_PAGE)),
                output(ENRICHED)));
        steps.add(command(
                "finding sites of known motifs",
                "scan",
                List.of("--motifs", at(ENRICHED_MOTIFS), "--sequences", settings.genome(), "--regions", at(PEAKS)),
                words("--name-regions --sort"),
                output(SITES)));
        steps.add(command(
                settings.trials() == 1 ? "training" : "training " + settings.trials() + " networks",
                "train",
                labelled,
                settings.training(),
                words("--activation exponential --reverse-complement --metric loss --keep best --trials "
                        + settings.trials() + seed),
                List.of("-o", models().output())));
        for (int trial = 1; trial <= settings.trials(); trial++) {
            List<String> model = List.of("--model", models().model(trial));
            steps.add(command(
                    "evaluating network " + trial,
                    "evaluate",
                    model,
                    labelled,
                    output(ofTrial("metrics", trial, ".tsv"))));
            steps.add(command(
                    "turning the filters into motifs, network " + trial,
                    "filters",
                    model,
                    labelled,
                    words("--split all"),
                    output(ofTrial("filters", trial, ".meme"))));
        }
        List<String> pooled = new ArrayList<>(List.of("--motifs"));
        for (int trial = 1; trial <= settings.trials(); trial++) {
            pooled.add(at(ofTrial("filters", trial, ".meme")));
        }
        steps.add(
                command("grouping the filters", "cluster", pooled, List.of("--table", at(CLUSTERS)), output(FILTERS)));
        steps.add(command(
                "matching the filters",
                "tomtom-match",
                List.of("--query", at(FILTERS), "--target", settings.motifs()),
                words("--evalue --threshold 0.1" + seed),
                List.of("--verdict", at(VERDICTS), "--html", at("filters.html")),
                output(MATCHES)));
        steps.add(command(
                "testing the filters",
                "enrich",
                labelled,
                words("--split test"),
                List.of("--motifs", at(FILTERS)),
                words("--threshold 0.05" + seed),
                List.of("--representatives", at(ENRICHED_FILTERS), "--html", at("enriched_filters.html")),
                output(FILTER_ENRICHMENT)));
        steps.add(command(
                "finding sites of the filters",
                "scan",
                List.of("--motifs", at(ENRICHED_FILTERS), "--sequences", settings.genome(), "--regions", at(PEAKS)),
                words("--name-regions --sort"),
                output(FILTER_SITES)));
        return steps;
    }

    /**
     * The steps that score the bases of the strongest peaks, and find the motifs that stand out in the scores.
     *
     * @param trial the network, counted from 1
     */
    public List<Step> explanations(int trial) {
        List<String> peaks =
                List.of("--model", models().model(trial), "--regions", at(PEAKS), "--genome", settings.genome());
        String seed = " --seed " + settings.seed();
        List<String> deepShap =
                words("--method deepshap --reference dinucleotide --explained logit --limit " + DISCOVERED_FROM + seed);
        return List.of(
                command(
                        "scoring the bases of peaks",
                        "attribute",
                        peaks,
                        words("--method integrated-gradients --explained logit --limit " + settings.explained() + seed),
                        List.of("--summary", at(SUMS)),
                        output(SCORES)),
                command("scoring more peaks", "attribute", peaks, deepShap, output(PEAK_SCORES)),
                command(
                        "scoring shuffles of these peaks",
                        "attribute",
                        peaks,
                        deepShap,
                        words("--shuffles 2"),
                        output(NULL_SCORES)),
                command(
                        "finding motifs in the scores",
                        "discover",
                        List.of("--scores", at(PEAK_SCORES), "--null", at(NULL_SCORES)),
                        List.of("--motifs", settings.motifs()),
                        words(seed.strip()),
                        List.of("--out-dir", at(DISCOVERED))));
    }

    /**
     * The motif file without which a step has nothing to do, if there is one: no motif need be enriched.
     *
     * @param step a step of this analysis
     */
    public Optional<String> neededMotifs(Step step) {
        return step instanceof Step.Command command
                        && command.words().getFirst().equals("scan")
                ? Optional.of(command.words().get(2))
                : Optional.empty();
    }

    /** The trial with the lowest loss on the validation sequences at its best epoch; ties go to the first. */
    public int bestTrial() {
        int best = 1;
        double lowest = Double.POSITIVE_INFINITY;
        for (HistoryRow row : TsvReader.readAll(models().history(), HistoryRow.class)) {
            if (row.validLoss() < lowest) {
                lowest = row.validLoss();
                best = row.trial();
            }
        }
        return best;
    }

    /** The files that training writes. */
    public TrialFiles models() {
        return new TrialFiles(at(TRIALS + "/model.zip"), settings.trials());
    }

    /** The path of a file in the folder. */
    public String at(String name) {
        return folder.resolve(name).toString();
    }

    static String ofTrial(String name, int trial, String suffix) {
        return TRIALS + "/" + name + "." + trial + suffix;
    }

    private List<String> output(String name) {
        return List.of("-o", at(name));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    @SafeVarargs
    private static Step.Command command(String title, String name, List<String>... arguments) {
        List<String> words = new ArrayList<>(List.of(name));
        for (List<String> some : arguments) {
            words.addAll(some);
        }
        return new Step.Command(title, words);
    }
}

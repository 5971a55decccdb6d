package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Column;
import org.expomotif.synth.PlantedTruth;

/** Localisation sequence by sequence, and its mean over those that have an area. */
public final class LocalizationTable {
    /**
     * One sequence; or the mean, or the standard deviation (n - 1) over sequences with an area, in the two last rows,
     * which count all regions and gaps.
     *
     * @param id name of the sequence, {@code mean} or {@code sd}
     * @param regions true regions scored
     * @param gaps gaps scored
     * @param auroc area under the receiver operating characteristic; NaN without a region or without a gap
     */
    public record Row(
            String id,
            long regions,
            long gaps,
            @Column(digits = 6) double auroc) {}

    private final PlantedTruth truth;
    private final Function<DnaSequence, double[]> scores;
    private final Stretches.Rule rule;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A table to be filled.
     *
     * @param truth where the motifs lie
     * @param scores gives one score a base; see {@link ScoreProfile#of}
     * @param rule how true regions and gaps are cut
     */
    public LocalizationTable(PlantedTruth truth, Function<DnaSequence, double[]> scores, Stretches.Rule rule) {
        this.truth = truth;
        this.rule = rule;
        this.scores = scores;
    }

    /** Judges a sequence; one without a site is passed over. */
    public void add(DnaSequence sequence) {
        if (!truth.sites(sequence.name()).isEmpty()) {
            Stretches stretches = rule.cut(sequence.name(), truth.informative(sequence.name(), sequence.length()));
            Localization found = Localization.of(scores.apply(sequence), stretches);
            rows.add(new Row(sequence.name(), found.regions(), found.gaps(), found.auroc()));
        }
    }

    /** The rows of the sequences in the order added, then mean and standard deviation. */
    public List<Row> rows() {
        long regions = rows.stream().mapToLong(Row::regions).sum();
        long gaps = rows.stream().mapToLong(Row::gaps).sum();
        List<Row> all = new ArrayList<>(rows);
        all.add(new Row("mean", regions, gaps, mean()));
        all.add(new Row("sd", regions, gaps, standardDeviation()));
        return all;
    }

    /** Mean area; NaN when no sequence has one. */
    public double mean() {
        return rows.stream()
                .mapToDouble(Row::auroc)
                .filter(area -> !Double.isNaN(area))
                .average()
                .orElse(Double.NaN);
    }

    /** Standard deviation (n - 1) of the areas; NaN below two. */
    public double standardDeviation() {
        double mean = mean();
        double[] squares = rows.stream()
                .mapToDouble(Row::auroc)
                .filter(area -> !Double.isNaN(area))
                .map(area -> (area - mean) * (area - mean))
                .toArray();
        return squares.length < 2
                ? Double.NaN
                : Math.sqrt(java.util.Arrays.stream(squares).sum() / (squares.length - 1));
    }

    /** How many sequences have an area. */
    public long judged() {
        return rows.stream().filter(row -> !Double.isNaN(row.auroc())).count();
    }
}

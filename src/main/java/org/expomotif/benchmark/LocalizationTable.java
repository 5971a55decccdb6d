package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.stats.Sample;
import org.expomotif.synth.PlantedTruth;

/** The localisation of motifs in each sequence, and its mean over the sequences with a defined area. */
public final class LocalizationTable {
    /**
     * The result of one sequence. The last two rows are the mean and the standard deviation (n - 1) over sequences with
     * a defined area, with the numbers of all regions and gaps.
     *
     * @param id name of the sequence, {@code mean} or {@code sd}
     * @param regions number of true regions that were scored
     * @param gaps number of gaps that were scored
     * @param auroc area under the receiver operating characteristic; NaN without a region or without a gap
     */
    public record Row(
            String id,
            long regions,
            long gaps,
            @TsvColumn(digits = 6) double auroc) {}

    private final PlantedTruth truth;
    private final Function<DnaSequence, double[]> scores;
    private final LocalizationRegions.Rule rule;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Creates an empty table.
     *
     * @param truth sites of the planted motifs
     * @param scores computes one score per base; see {@link ScoreProfile#of}
     * @param rule definition of true regions and gaps
     */
    public LocalizationTable(
            PlantedTruth truth, Function<DnaSequence, double[]> scores, LocalizationRegions.Rule rule) {
        this.truth = truth;
        this.rule = rule;
        this.scores = scores;
    }

    /** Evaluates a sequence and adds its row; a sequence without a site is ignored. */
    public void add(DnaSequence sequence) {
        if (!truth.sites(sequence.name()).isEmpty()) {
            LocalizationRegions regions =
                    rule.cut(sequence.name(), truth.informative(sequence.name(), sequence.length()));
            Localization found = Localization.of(scores.apply(sequence), regions);
            rows.add(new Row(sequence.name(), found.regions(), found.gaps(), found.auroc()));
        }
    }

    /** The rows of the sequences in the order they were added, then mean and standard deviation. */
    public List<Row> rows() {
        long regions = rows.stream().mapToLong(Row::regions).sum();
        long gaps = rows.stream().mapToLong(Row::gaps).sum();
        List<Row> all = new ArrayList<>(rows);
        all.add(new Row("mean", regions, gaps, mean()));
        all.add(new Row("sd", regions, gaps, standardDeviation()));
        return all;
    }

    /** Mean area; NaN when no sequence has a defined area. */
    public double mean() {
        return areas().mean();
    }

    /** Standard deviation (n - 1) of the areas; NaN when fewer than two sequences have a defined area. */
    public double standardDeviation() {
        return areas().estimatedDeviation();
    }

    private Sample areas() {
        return Sample.ofDefined(rows.stream().mapToDouble(Row::auroc));
    }

    /** Number of sequences with a defined area. */
    public long evaluated() {
        return rows.stream().filter(row -> !Double.isNaN(row.auroc())).count();
    }
}

package org.expomotif.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.vcf.VcfRecord;
import org.expomotif.network.Evaluator;
import org.expomotif.report.ScoreLogo;
import org.expomotif.run.UserException;
import org.expomotif.variant.allele.AllelePlacer;
import org.expomotif.variant.allele.FlankedAlleles;
import org.expomotif.variant.allele.WindowPlan;
import org.jspecify.annotations.Nullable;

/**
 * A logo of what each base of a window contributes to the logit of one class, with REF and with ALT. The contribution
 * of a base is the logit of the window minus the mean logit of the three windows in which another base is in its place:
 * the mean over both strands and over the models.
 */
public final class AlleleLogo {
    private final String id;
    private final String file;
    private final Optional<String> className;
    private final int flank;
    private @Nullable FlankedAlleles alleles;
    private String title = "";
    private boolean isFound;

    /**
     * Creates a logo.
     *
     * @param id an identifier of the record, or CONTIG:POS, or CONTIG:POS:REF:ALT
     * @param file path of an SVG file, or of a PNG file if its name ends in .png
     * @param className the class; empty for the one with the largest effect
     * @param flank maximum number of bases drawn on each side of the variant
     */
    public AlleleLogo(String id, String file, Optional<String> className, int flank) {
        this.id = id;
        this.file = file;
        this.className = className;
        this.flank = flank;
    }

    /** Keeps the first scorable allele of the first record with the identifier. */
    void see(VcfRecord record, List<AllelePlacer.Placed> placed) {
        List<String> alts = record.alts();
        for (int a = 0; a < placed.size() && alleles == null; a++) {
            String place = record.contig() + ":" + record.position();
            String whole = place + ":" + record.ref() + ":" + alts.get(a);
            if (id.equals(place)
                    || id.equals(whole)
                    || Arrays.asList(record.id().split(";")).contains(id)) {
                isFound = true;
                if (placed.get(a) instanceof AllelePlacer.Placed.Scorable scorable) {
                    alleles = scorable.alleles();
                    title = whole;
                }
            }
        }
    }

    /**
     * Draws the logo.
     *
     * @param classes the names of the classes
     * @param record lines of provenance
     * @throws UserException when no record has the identifier, or none of its alleles can be scored
     */
    void write(List<Evaluator> models, List<String> classes, WindowPlan plan, List<String> record) {
        FlankedAlleles drawn = alleles;
        if (drawn == null) {
            throw new UserException(
                            isFound
                                    ? "the record of the logo has no ALT that can be scored"
                                    : "no record is that of the logo")
                    .expected("an ID of the file, CONTIG:POS, or CONTIG:POS:REF:ALT")
                    .found(id);
        }
        int output = output(models, classes, plan, drawn);
        int before = plan.before(drawn);
        int shorter = Math.min(drawn.ref().length, drawn.alt().length);
        int longer = Math.max(drawn.ref().length, drawn.alt().length);
        int columns = plan.length() + longer - shorter;
        int from = Math.max(0, before - flank);
        int to = (int) Math.min(columns, (long) before + longer + flank);
        List<double[][]> heights = new ArrayList<>();
        for (boolean isAlt : new boolean[] {false, true}) {
            byte[] window = plan.window(drawn, isAlt);
            double[] scores = contributions(models, window, output);
            double[][] own = new double[columns][4];
            int end = before + drawn.allele(isAlt).length;
            for (int i = 0; i < window.length; i++) {
                if (window[i] != Nucleotide.UNKNOWN) {
                    own[i < end ? i : i - end + before + longer][window[i]] = scores[i];
                }
            }
            heights.add(Arrays.copyOfRange(own, from, to));
        }
        new ScoreLogo.Pair(heights.get(0), heights.get(1), before - from, before - from + longer)
                .write(file, title + " " + classes.get(output), record);
    }

    private int output(List<Evaluator> models, List<String> classes, WindowPlan plan, FlankedAlleles drawn) {
        if (className.isPresent()) {
            return classes.indexOf(className.get());
        }
        double[] effects =
                new EffectScorer(models, plan).effects(List.of(drawn)).getFirst()[EffectField.DLOGIT.place()];
        int largest = 0;
        for (int c = 1; c < effects.length; c++) {
            largest = Math.abs(effects[c]) > Math.abs(effects[largest]) ? c : largest;
        }
        return largest;
    }

    /** The contribution of each base of a window; 0 where the base is unknown. */
    static double[] contributions(List<Evaluator> models, byte[] window, int output) {
        List<byte[]> mutants = new ArrayList<>();
        add(mutants, window);
        for (int i = 0; i < window.length; i++) {
            for (byte base = 0; base < 4; base++) {
                byte[] mutant = window.clone();
                mutant[i] = base;
                add(mutants, mutant);
            }
        }
        double[] contributions = new double[window.length];
        for (Evaluator model : models) {
            float[] logits = model.logits(mutants);
            double[] values = new double[1 + 4 * window.length];
            for (int m = 0; m < values.length; m++) {
                values[m] = (logits[2 * m * model.outputs() + output] + logits[(2 * m + 1) * model.outputs() + output])
                        / (2.0 * models.size());
            }
            for (int i = 0; i < window.length; i++) {
                double sum = values[1 + 4 * i] + values[2 + 4 * i] + values[3 + 4 * i] + values[4 + 4 * i];
                contributions[i] += window[i] == Nucleotide.UNKNOWN ? 0 : values[0] - (sum - values[0]) / 3;
            }
        }
        return contributions;
    }

    private static void add(List<byte[]> windows, byte[] window) {
        windows.add(window);
        windows.add(Nucleotide.reverseComplement(window));
    }
}

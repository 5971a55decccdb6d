package org.expomotif.peaks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.attribution.file.SumRow;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.GenomicPlace;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.table.TsvReader;
import org.expomotif.report.PeaksPage;

/** The strongest peaks, each with the scores and the sites of its highest-scoring stretch. */
final class ExplainedPeaks {
    /** Maximum number of bases shown of a peak. */
    private static final int SHOWN = 100;

    /** Maximum number of peaks. */
    private static final int PEAKS = 10;

    private final Map<String, List<FoundSite>> sites;
    private final Map<String, Double> logits = new HashMap<>();
    private final List<PeaksPage.Explained> peaks = new ArrayList<>();

    /**
     * The score of a base.
     *
     * @param id name of the sequence
     * @param position position of the base, from 1
     * @param base the letter
     * @param score its score
     */
    record Base(String id, int position, String base, double score) {}

    private ExplainedPeaks(Map<String, List<FoundSite>> sites) {
        this.sites = sites;
    }

    /**
     * Reads the scores of the first peaks.
     *
     * @param sites the sites by the sequence of the genome that they lie on
     */
    static List<PeaksPage.Explained> read(PeakAnalysis analysis, Map<String, List<FoundSite>> sites) {
        ExplainedPeaks read = new ExplainedPeaks(sites);
        TsvReader.forEach(analysis.at(PeakAnalysis.SUMS), SumRow.class, row -> read.logits.put(row.id(), row.output()));
        List<Base> bases = new ArrayList<>();
        TsvReader.forEach(analysis.at(PeakAnalysis.SCORES), Base.class, base -> {
            if (!bases.isEmpty() && !bases.getLast().id().equals(base.id())) {
                read.add(bases);
                bases.clear();
            }
            if (read.peaks.size() < PEAKS) {
                bases.add(base);
            }
        });
        read.add(bases);
        return read.peaks;
    }

    private void add(List<Base> bases) {
        if (bases.isEmpty() || peaks.size() == PEAKS) {
            return;
        }
        int first = highest(bases);
        int shown = Math.min(SHOWN, bases.size());
        double[][] scores = new double[shown][4];
        for (int i = 0; i < shown; i++) {
            Base base = bases.get(first + i);
            byte code = Nucleotide.code((byte) base.base().charAt(0));
            if (code != Nucleotide.UNKNOWN) {
                scores[i][code] = base.score();
            }
        }
        String id = bases.getFirst().id();
        Optional<GenomicPlace> place = GenomicName.parse(id, "").flatMap(name -> name.place(bases.size()));
        double probability = 1 / (1 + Math.exp(-logits.getOrDefault(id, Double.NaN)));
        if (place.isEmpty()) {
            peaks.add(new PeaksPage.Explained(id, "", probability, scores, List.of()));
            return;
        }
        boolean reverse = place.get().reverse();
        long start = place.get().start() + (reverse ? bases.size() - first - shown : first);
        String range = place.get().sequence() + ":" + (start + 1) + "-" + (start + shown) + (reverse ? " (-)" : "");
        String name = id.contains("::") ? id.substring(0, id.lastIndexOf("::")) : id;
        peaks.add(new PeaksPage.Explained(
                name, range, probability, scores, sites(place.get().sequence(), start, shown, reverse)));
    }

    /** The first base of the stretch with the highest sum of absolute scores; ties go to the first. */
    private static int highest(List<Base> bases) {
        int shown = Math.min(SHOWN, bases.size());
        double sum = 0;
        for (Base base : bases.subList(0, shown)) {
            sum += Math.abs(base.score());
        }
        double best = sum;
        int first = 0;
        for (int i = shown; i < bases.size(); i++) {
            sum += Math.abs(bases.get(i).score())
                    - Math.abs(bases.get(i - shown).score());
            if (sum > best) {
                best = sum;
                first = i - shown + 1;
            }
        }
        return first;
    }

    private List<PeaksPage.Site> sites(String sequence, long start, int shown, boolean reverse) {
        List<PeaksPage.Site> inside = new ArrayList<>();
        for (FoundSite site : sites.getOrDefault(sequence, List.of())) {
            long from = Math.max(site.start(), start) - start;
            long to = Math.min(site.end(), start + shown) - start;
            if (from < to) {
                char strand = reverse ? site.strand() == '+' ? '-' : '+' : site.strand();
                inside.add(new PeaksPage.Site(
                        site.motif(),
                        (int) (reverse ? shown - to : from),
                        (int) (reverse ? shown - from : to),
                        strand));
            }
        }
        inside.sort(Comparator.comparingInt(PeaksPage.Site::start));
        return inside.stream().distinct().toList();
    }
}

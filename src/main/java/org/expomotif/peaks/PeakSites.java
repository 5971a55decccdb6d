package org.expomotif.peaks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.expomotif.io.TextLines;
import org.expomotif.motif.Motif;

/**
 * The sites of the enriched known motifs: how they lie around the centres of the peaks, and those in the peaks that are
 * shown.
 */
final class PeakSites {
    private static final int NAME = 3;
    private static final int STRAND = 5;
    private static final int REGION = 11;
    private static final int DISTANCE = 12;

    private final int length;
    private final Map<String, double[]> distances = new HashMap<>();
    private final Map<String, List<FoundSite>> shown = new HashMap<>();
    private long count;

    /**
     * Reads the sites, if there are any.
     *
     * @param length bases of a window
     * @param motifs the motifs by their identifiers
     * @param peaks names of the peaks whose sites are kept
     */
    PeakSites(PeakAnalysis analysis, int length, Map<String, Motif> motifs, Set<String> peaks) {
        this.length = length;
        String file = analysis.at(PeakAnalysis.SITES);
        if (Files.exists(Path.of(file))) {
            Set<String> kept = new HashSet<>(peaks);
            try (TextLines lines = TextLines.open(file)) {
                for (String line = lines.nextContent(); line != null; line = lines.nextContent()) {
                    add(line.split("\t", -1), motifs, kept);
                }
            }
        }
    }

    private void add(String[] cells, Map<String, Motif> motifs, Set<String> peaks) {
        count++;
        double[] weights = distances.computeIfAbsent(cells[NAME], key -> new double[2 * length - 1]);
        double distance = Double.parseDouble(cells[DISTANCE]);
        long place = Math.round(2 * distance) + length - 1;
        if (place >= 0 && place < weights.length) {
            weights[(int) place]++;
        }
        if (peaks.contains(cells[REGION])) {
            Motif motif = motifs.get(cells[NAME]);
            String name = motif == null || motif.name().isEmpty() ? cells[NAME] : motif.name();
            shown.computeIfAbsent(cells[0], key -> new ArrayList<>())
                    .add(new FoundSite(
                            name, Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[STRAND].charAt(0)));
        }
    }

    /** Number of sites. */
    long count() {
        return count;
    }

    /** Number of sites of a motif by position, as {@link org.expomotif.report.PeaksPage.Known} has them. */
    double[] distances(String motif) {
        return distances.getOrDefault(motif, new double[2 * length - 1]);
    }

    /** The sites in the peaks that are shown, by the sequence of the genome. */
    Map<String, List<FoundSite>> shown() {
        return shown;
    }
}

package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Bed;
import org.expomotif.io.BedSite;
import org.expomotif.io.Inputs;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;

/** Hits read back from a file, as scores along a sequence; a base that is no hit's centre is below all hits. */
public final class HitScores {
    private static final List<String> COLUMNS = List.of("sequence_name", "start", "stop", "score");

    private final String file;
    private final Map<String, List<BedSite>> bySequence = new HashMap<>();
    private boolean isUsed;

    private HitScores(String file) {
        this.file = file;
    }

    /** Reads FIMO's table when the name ends in {@code .tsv} or {@code .txt} (also compressed), else BED. */
    public static HitScores read(String pathOrDash) {
        HitScores hits = new HitScores(pathOrDash);
        if (pathOrDash.toLowerCase(Locale.ROOT).matches(".*\\.(tsv|txt)(\\.gz)?")) {
            hits.readTable();
        } else {
            Bed.forEachLine(
                    pathOrDash,
                    line -> hits.add(new BedSite(line.sequence(), line.start(), line.end(), ".", line.score(), '.')));
        }
        return hits;
    }

    private void add(BedSite site) {
        bySequence.computeIfAbsent(site.sequence(), name -> new ArrayList<>()).add(site);
    }

    private void readTable() {
        try (TextLines lines = TextLines.open(file)) {
            List<String> header = List.of();
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] cells = line.split("\t", -1);
                if (header.isEmpty() && Arrays.asList(cells).containsAll(COLUMNS)) {
                    header = List.of(cells);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    add(hit(cells, header, lines));
                }
            }
        }
    }

    private static BedSite hit(String[] cells, List<String> header, TextLines lines) {
        if (header.isEmpty() || cells.length < header.size()) {
            throw lines.fault("the line is no hit").expected("FIMO's columns, their names first");
        }
        try {
            int start = Integer.parseInt(cells[header.indexOf("start")]) - 1;
            int end = Integer.parseInt(cells[header.indexOf("stop")]);
            double score = Double.parseDouble(cells[header.indexOf("score")]);
            return new BedSite(cells[header.indexOf("sequence_name")], start, end, ".", score, '.');
        } catch (IllegalArgumentException e) {
            throw lines.fault("the line is no hit").expected("numbers for start, stop and score");
        }
    }

    /** A warning when there are hits, but none in any sequence so far. */
    public Optional<String> warning() {
        return isUsed || bySequence.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Inputs.name(file) + ": no hit lies in any of the sequences; the hits are on sequences such as "
                                + Collections.min(bySequence.keySet())
                                + " (scan without --genomic-coordinates names them as the sequences are named)");
    }

    /**
     * The best hit at every base, at the centre of its window; the least number where there is none.
     *
     * @throws UserException when a hit ends after the sequence
     */
    public double[] of(DnaSequence sequence) {
        double[] best = new double[sequence.length()];
        Arrays.fill(best, -Double.MAX_VALUE);
        for (BedSite hit : bySequence.getOrDefault(sequence.name(), List.of())) {
            isUsed = true;
            if (hit.end() > best.length) {
                throw new UserException("a hit ends after its sequence")
                        .in(file)
                        .atRecord("sequence " + sequence.name())
                        .expected("at most " + best.length)
                        .found(String.valueOf(hit.end()));
            }
            int centre = hit.start() + (hit.end() - hit.start()) / 2;
            best[centre] = Math.max(best[centre], hit.score());
        }
        return best;
    }
}

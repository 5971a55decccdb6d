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
import org.expomotif.io.BedLine;
import org.expomotif.io.BedSite;
import org.expomotif.io.Inputs;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/** Hits read back from a file, as scores along a sequence; a base that is no hit's centre is below all hits. */
public final class HitScores {
    private static final List<String> COLUMNS = List.of("sequence_name", "start", "stop", "score");

    /** The column of the score in bits in the BED of {@code scan}, counted from 1. */
    private static final int BITS = 7;

    /** The column of the bases there. */
    private static final int BASES = 10;

    private final String file;
    private final Map<String, List<BedSite>> bySequence = new HashMap<>();
    private boolean isUsed;

    private HitScores(String file) {
        this.file = file;
    }

    /**
     * Reads FIMO's table, which is recognised by its header, or BED. The score of a line of BED as {@code scan} writes
     * it is the one in bits, column 7; of any other BED it is column 5.
     *
     * @throws UserException when a line is neither
     */
    public static HitScores read(String pathOrDash) {
        HitScores hits = new HitScores(pathOrDash);
        boolean isTable = pathOrDash.toLowerCase(Locale.ROOT).matches(".*\\.(tsv|txt)(\\.gz)?");
        try (TextLines lines = TextLines.open(pathOrDash)) {
            String line = next(lines);
            if (line == null) {
                return hits;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (cells.containsAll(COLUMNS)) {
                hits.readTable(cells, lines);
            } else if (isTable) {
                throw lines.fault("the table does not begin with its header")
                        .expected("FIMO's columns, their names first");
            } else {
                hits.readBed(line, lines);
            }
        }
        return hits;
    }

    private void add(BedSite site) {
        bySequence.computeIfAbsent(site.sequence(), name -> new ArrayList<>()).add(site);
    }

    private static @Nullable String next(TextLines lines) {
        String line = lines.next();
        while (line != null && Bed.skipped(line)) {
            line = lines.next();
        }
        return line;
    }

    private void readTable(List<String> header, TextLines lines) {
        for (String line = next(lines); line != null; line = next(lines)) {
            String[] cells = line.split("\t", -1);
            // The tables of several runs, one after the other, have several headers.
            if (!List.of(cells).equals(header)) {
                add(hit(cells, header, lines));
            }
        }
    }

    private void readBed(String first, TextLines lines) {
        boolean inBits = isOfScan(Bed.parse(first, lines));
        for (String line = first; line != null; line = next(lines)) {
            BedLine hit = Bed.parse(line, lines);
            if (isOfScan(hit) != inBits) {
                throw lines.fault("the line has other columns than the first one")
                        .expected(inBits ? "the columns that scan writes" : "a score in column 5")
                        .remedy("give sites from one source");
            }
            double score = inBits ? bits(hit) : hit.score();
            add(new BedSite(hit.sequence(), hit.start(), hit.end(), ".", score, '.'));
        }
    }

    /** Whether a line has the columns that {@code scan} writes: the tenth holds the bases of the site. */
    private static boolean isOfScan(BedLine hit) {
        String bases = hit.column(BASES);
        return bases.length() == hit.end() - hit.start() && bases.chars().allMatch(Character::isLetter);
    }

    private static double bits(BedLine hit) {
        try {
            return Double.parseDouble(hit.column(BITS));
        } catch (NumberFormatException e) {
            throw hit.fault("the score in bits is not a number")
                    .expected("a number in column 7, as scan writes it")
                    .found("\"" + hit.column(BITS) + "\"");
        }
    }

    private static BedSite hit(String[] cells, List<String> header, TextLines lines) {
        if (cells.length < header.size()) {
            throw lines.fault("the row is shorter than the header")
                    .expected(header.size() + " columns")
                    .found(String.valueOf(cells.length));
        }
        try {
            int start = Integer.parseInt(cells[header.indexOf("start")]) - 1;
            int end = Integer.parseInt(cells[header.indexOf("stop")]);
            double score = Double.parseDouble(cells[header.indexOf("score")]);
            return new BedSite(cells[header.indexOf("sequence_name")], start, end, ".", score, '.');
        } catch (IllegalArgumentException e) {
            throw lines.fault("the row is not a hit").expected("numbers for start, stop and score");
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

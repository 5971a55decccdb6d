package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.Inputs;
import org.expomotif.io.TextLines;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedLine;
import org.expomotif.io.track.BedSite;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Sites read from a file, as scores along sequences. A base that is not the centre of a site scores below all sites.
 */
public final class HitScores {
    private static final List<String> COLUMNS = List.of("sequence_name", "start", "stop", "score");

    /** Column of the score in bits in a BED file written by {@code scan}, counted from 1. */
    private static final int BITS = 7;

    /** Column of the matched bases in a BED file written by {@code scan}, counted from 1. */
    private static final int BASES = 10;

    private final String file;
    private final Map<String, List<BedSite>> bySequence = new HashMap<>();
    private boolean isUsed;

    private HitScores(String file) {
        this.file = file;
    }

    /**
     * Reads FIMO's table, which is recognised by its header, or BED. The score is column 7 (bits) in a BED file written
     * by {@code scan}, and column 5 in any other BED file.
     *
     * @throws UserException when a line is neither
     */
    public static HitScores read(String pathOrDash) {
        HitScores sites = new HitScores(pathOrDash);
        boolean isTable = FileSuffix.isOneOf(pathOrDash, List.of(".tsv", ".txt"));
        try (TextLines lines = TextLines.open(pathOrDash)) {
            String line = next(lines);
            if (line == null) {
                return sites;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (cells.containsAll(COLUMNS)) {
                sites.readTable(cells, lines);
            } else if (isTable) {
                throw lines.fault("the table does not begin with its header")
                        .expected("FIMO's columns, their names first");
            } else {
                sites.readBed(line, lines);
            }
        }
        return sites;
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
            // Concatenated tables of several runs have several headers.
            if (!List.of(cells).equals(header)) {
                add(site(cells, header, lines));
            }
        }
    }

    private void readBed(String first, TextLines lines) {
        boolean inBits = isOfScan(Bed.parse(first, lines));
        for (String line = first; line != null; line = next(lines)) {
            BedLine site = Bed.parse(line, lines);
            if (isOfScan(site) != inBits) {
                throw lines.fault("the line has other columns than the first one")
                        .expected(inBits ? "the columns that scan writes" : "a score in column 5")
                        .remedy("give sites from one source");
            }
            double score = inBits ? bits(site) : site.score();
            add(new BedSite(site.sequence(), site.start(), site.end(), ".", score, '.'));
        }
    }

    /** Whether a line has the columns that {@code scan} writes, with the bases of the site in column 10. */
    private static boolean isOfScan(BedLine site) {
        String bases = site.column(BASES);
        return bases.length() == site.end() - site.start() && bases.chars().allMatch(Character::isLetter);
    }

    private static double bits(BedLine site) {
        double bits;
        try {
            bits = Double.parseDouble(site.column(BITS));
        } catch (NumberFormatException e) {
            bits = Double.NaN;
        }
        if (!Double.isFinite(bits)) {
            throw site.fault("the score in bits is not a number")
                    .expected("a number in column 7, as scan writes it")
                    .found("\"" + site.column(BITS) + "\"");
        }
        return bits;
    }

    private static BedSite site(String[] cells, List<String> header, TextLines lines) {
        if (cells.length < header.size()) {
            throw lines.fault("the row is shorter than the header")
                    .expected(header.size() + " columns")
                    .found(String.valueOf(cells.length));
        }
        try {
            int first = Integer.parseInt(cells[header.indexOf("start")]);
            int last = Integer.parseInt(cells[header.indexOf("stop")]);
            double score = Double.parseDouble(cells[header.indexOf("score")]);
            if (first < 1 || last < first) {
                throw lines.fault("the row is not a site")
                        .expected("a start of at least 1 and at most the stop")
                        .found("start " + first + ", stop " + last);
            }
            if (!Double.isFinite(score)) {
                throw lines.fault("the score of the row is not finite").found(cells[header.indexOf("score")]);
            }
            return new BedSite(cells[header.indexOf("sequence_name")], first - 1, last, ".", score, '.');
        } catch (IllegalArgumentException e) {
            throw lines.fault("the row is not a site").expected("numbers for start, stop and score");
        }
    }

    /** A warning if there are sites, but none of them is in the sequences read so far; otherwise empty. */
    public Optional<String> warning() {
        return isUsed || bySequence.isEmpty()
                ? Optional.empty()
                : Optional.of(Inputs.name(file)
                        + ": none of the sites is in any of the sequences; the sites are on sequences such as "
                        + Collections.min(bySequence.keySet())
                        + " (scan without --genomic-coordinates keeps the names of the sequences)");
    }

    /**
     * The score of the best site with its centre at each base; {@code -Double.MAX_VALUE} where there is none.
     *
     * @throws UserException when a site ends after the sequence
     */
    public double[] of(DnaSequence sequence) {
        double[] best = new double[sequence.length()];
        Arrays.fill(best, -Double.MAX_VALUE);
        for (BedSite site : bySequence.getOrDefault(sequence.name(), List.of())) {
            isUsed = true;
            if (site.end() > best.length) {
                throw new UserException("a site ends after its sequence")
                        .in(file)
                        .atRecord("sequence " + sequence.name())
                        .expected("at most " + best.length)
                        .found(String.valueOf(site.end()));
            }
            int centre = site.start() + (site.end() - site.start()) / 2;
            best[centre] = Math.max(best[centre], site.score());
        }
        return best;
    }
}

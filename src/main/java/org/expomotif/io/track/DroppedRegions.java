package org.expomotif.io.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.io.Inputs;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/** The regions of a file that a run does not use, with the reasons. They are counted and, for a table, listed. */
public final class DroppedRegions {
    private static final int EXAMPLES = 3;
    private static final String UNKNOWN = "the sequence is not among the sequences read";

    /**
     * A region that is not used.
     *
     * @param sequence name of the sequence
     * @param start first base of the region, counted from 0
     * @param end position after the last base of the region
     * @param name column 4 of the line
     * @param file name of the file of the regions
     * @param line line number in the file
     * @param reason reason why the region is not used
     */
    public record Row(String sequence, int start, int end, String name, String file, long line, String reason) {
        private String place() {
            return sequence + ":" + start + "-" + end;
        }
    }

    /** A group of regions. Their number and the first ones are kept. */
    private static final class Group {
        private final List<Row> first = new ArrayList<>();
        private long count;

        void add(Row row) {
            count++;
            first.add(row);
            if (first.size() > EXAMPLES) {
                first.sort(Comparator.comparingLong(Row::line));
                first.removeLast();
            }
        }

        /** The first regions as text. */
        String examples() {
            first.sort(Comparator.comparingLong(Row::line));
            String text = first.stream()
                    .map(row -> row.place() + " (line " + row.line() + ")")
                    .collect(Collectors.joining(", "));
            return count > first.size() ? text + " and " + (count - first.size()) + " more" : text;
        }
    }

    private final String file;
    private final boolean listed;
    private final List<Row> rows = new ArrayList<>();
    private final Group outside = new Group();
    private final Group unknown = new Group();
    private final Set<String> unknownSequences = new HashSet<>();
    private long clipped;

    /**
     * Creates an empty list.
     *
     * @param file name of the file of the regions
     * @param listed whether all rows are kept, for {@link #write}
     */
    public DroppedRegions(String file, boolean listed) {
        this.file = Inputs.name(file);
        this.listed = listed;
    }

    /**
     * Adds a region that extends, or whose window extends, beyond its sequence.
     *
     * @param what the subject of the error, such as {@code "the region"} or its window
     * @param length length of the sequence in bases
     */
    public void outside(String sequence, int start, int end, String name, long line, String what, long length) {
        String reason = what + " is not within the " + length + (length == 1 ? " base" : " bases") + " of " + sequence;
        add(outside, new Row(sequence, start, end, name, file, line, reason));
    }

    /** Adds a region whose sequence is missing. */
    public void unknown(String sequence, int start, int end, String name, long line) {
        unknownSequences.add(sequence);
        add(unknown, new Row(sequence, start, end, name, file, line, UNKNOWN));
    }

    private void add(Group group, Row row) {
        group.add(row);
        if (listed) {
            rows.add(row);
        }
    }

    /** Counts a region that was clipped to its sequence. */
    public void clipped() {
        clipped++;
    }

    /** Whether any region extends beyond its sequence. */
    public boolean hasOutside() {
        return outside.count > 0;
    }

    /**
     * The error for regions that extend beyond their sequences.
     *
     * @param rule rule of the run; if it skips such regions, the error means that no region is left
     */
    public UserException refusal(OutsideRule rule) {
        String examples = outside.examples();
        Row first = outside.first.getFirst();
        String what = outside.count == 1
                ? first.reason()
                : outside.count + " regions are not within their sequences; for the first, " + first.reason();
        return new UserException(what)
                .in(file)
                .atLine(first.line())
                .found(examples)
                .remedy("give the sequences that the regions belong to"
                        + (rule == OutsideRule.REFUSE ? ", or leave such regions out with --skip-outside" : ""));
    }

    /**
     * The error when no region is on any of the sequences.
     *
     * @param names names of the sequences that were read
     */
    public UserException nothingLeft(Set<String> names) {
        String example = names.stream().sorted().findFirst().orElse("none");
        unknown.examples();
        Row first = unknown.first.getFirst();
        return new UserException("no region lies in any of the sequences")
                .in(file)
                .atLine(first.line())
                .expected("names such as " + example)
                .found("names such as " + first.sequence())
                .remedy(ChromosomeNames.advice(unknownSequences, names)
                        .orElse("take the regions and the sequences from one assembly"));
    }

    /**
     * Reports dropped and clipped regions, with one warning per kind.
     *
     * @param sequences the file of the sequences
     * @param names names of its sequences
     */
    public void warn(String sequences, Set<String> names, Warnings warnings) {
        if (unknown.count > 0) {
            String where = unknownSequences.size() == 1 ? "a sequence" : unknownSequences.size() + " sequences";
            warnings.warn(dropped(unknown) + " on " + where + " that " + Inputs.name(sequences) + " does not have: "
                    + unknown.examples()
                    + ChromosomeNames.advice(unknownSequences, names)
                            .map(advice -> "; " + advice)
                            .orElse(""));
        }
        if (outside.count > 0) {
            warnings.warn(dropped(outside) + " for not being within the sequence: " + outside.examples());
        }
        if (clipped > 0) {
            warnings.warn(file + ": " + (clipped == 1 ? "1 region was" : clipped + " regions were")
                    + " cut off at the end of the sequence");
        }
    }

    private String dropped(Group group) {
        return file + ": " + (group.count == 1 ? "1 region was dropped" : group.count + " regions were dropped");
    }

    /** Writes the table of dropped regions, in the order of their lines. */
    public void write(String pathOrDash, Provenance provenance) {
        rows.sort(Comparator.comparingLong(Row::line));
        TsvWriter.write(pathOrDash, Row.class, provenance, rows);
    }
}

package org.expomotif.dataset.peak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.io.Inputs;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedLine;
import org.expomotif.io.track.NarrowPeak;
import org.expomotif.run.UserException;

/**
 * The records of a file of peaks.
 *
 * @param file name of the file in messages
 * @param format its format
 * @param centre the base that windows are centred on: the summit for narrowPeak, unless the user chose the middle; the
 *     middle for other formats
 * @param column the column that its records are ranked by
 * @param peaks the records, in the order of the file
 * @param counts what the user should know about the file
 */
public record PeakFile(
        String file, PeakFormat format, WindowCentre centre, int column, List<Peak> peaks, Counts counts) {
    /**
     * Counts of records.
     *
     * @param withoutSummit records of narrowPeak with -1 in column 10, whose centre is the middle
     * @param reverse records on the minus strand
     * @param unsorted records that begin before the record above, or on a sequence that was left before
     * @param strandsAsNames records with a strand in column 4 instead of a name
     * @param unusedSummits records with the columns of narrowPeak in a file whose first record does not have them
     */
    public record Counts(long withoutSummit, long reverse, long unsorted, long strandsAsNames, long unusedSummits) {}

    /** Copies the list. */
    public PeakFile {
        peaks = List.copyOf(peaks);
    }

    /** Reads files of peaks; all files of a run are read by the same rules. */
    public static final class Reader {
        private final WindowCentre centre;
        private final Optional<PeakColumn> rankedBy;
        private final boolean mustRank;
        /** One copy of each sequence name for all records. */
        private final Map<String, String> names = new HashMap<>();

        /**
         * Creates a reader.
         *
         * @param centre the base that windows are centred on
         * @param rankedBy the column that records are ranked by; empty for that of the format
         * @param mustRank whether a record without a number in that column is an error
         */
        public Reader(WindowCentre centre, Optional<PeakColumn> rankedBy, boolean mustRank) {
            this.centre = centre;
            this.rankedBy = rankedBy;
            this.mustRank = mustRank;
        }

        /**
         * Reads a file: BED of three or more columns, narrowPeak, broadPeak or summits; plain, gzip or bgzip.
         *
         * @param number number of the file, for its records
         * @throws UserException when the file is malformed or has no record
         */
        public PeakFile read(String pathOrDash, int number) {
            Lines lines = new Lines(number);
            Bed.forEachLine(pathOrDash, lines::add);
            if (lines.peaks.isEmpty()) {
                throw new UserException("the file has no regions")
                        .in(Inputs.name(pathOrDash))
                        .expected("one region per line: sequence, start, end")
                        .remedy("check that the step that wrote it succeeded");
            }
            return new PeakFile(
                    Inputs.name(pathOrDash),
                    lines.format,
                    lines.format == PeakFormat.NARROW_PEAK ? centre : WindowCentre.MIDDLE,
                    lines.column,
                    lines.peaks,
                    new Counts(
                            lines.withoutSummit,
                            lines.reverse,
                            lines.unsorted,
                            lines.strandsAsNames,
                            lines.unusedSummits));
        }

        private final class Lines {
            private final int number;
            private final List<Peak> peaks = new ArrayList<>();
            private final Map<String, Integer> lastStarts = new HashMap<>();
            private PeakFormat format = PeakFormat.BED;
            private String last = "";
            private int column;
            private long withoutSummit;
            private long reverse;
            private long unsorted;
            private long strandsAsNames;
            private long unusedSummits;

            Lines(int number) {
                this.number = number;
            }

            void add(BedLine line) {
                if (peaks.isEmpty()) {
                    format = PeakFormat.of(line);
                    column = rankedBy.map(PeakColumn::number).orElse(format.rankColumn());
                } else if (format != PeakFormat.NARROW_PEAK && NarrowPeak.matches(line)) {
                    unusedSummits++;
                }
                boolean strandAsName =
                        line.columns() == 4 && line.name().strip().matches("[-+]");
                boolean minus = line.strand() == '-';
                String sequence = names.computeIfAbsent(line.sequence(), name -> name);
                double score = PeakColumn.number(line.column(5));
                peaks.add(new Peak(
                        number,
                        line.number(),
                        sequence,
                        line.start(),
                        line.end(),
                        centre(line),
                        minus,
                        strandAsName ? "." : line.name().strip(),
                        Double.isNaN(score) ? 0 : score,
                        rank(line)));
                strandsAsNames += strandAsName ? 1 : 0;
                reverse += minus ? 1 : 0;
                Integer before = lastStarts.put(sequence, line.start());
                boolean again = before != null && !sequence.equals(last);
                unsorted += again || before != null && before > line.start() ? 1 : 0;
                last = sequence;
            }

            private int centre(BedLine line) {
                if (format != PeakFormat.NARROW_PEAK || centre == WindowCentre.MIDDLE) {
                    return WindowCentre.middle(line);
                }
                return NarrowPeak.summit(line).orElseGet(() -> {
                    withoutSummit++;
                    return WindowCentre.middle(line);
                });
            }

            private double rank(BedLine line) {
                double rank = PeakColumn.number(line.column(column));
                if (mustRank && Double.isNaN(rank)) {
                    throw line.fault("the record cannot be ranked")
                            .expected("a number in column " + column)
                            .found(
                                    line.columns() < column
                                            ? line.columns() + " columns"
                                            : "\"" + line.column(column) + "\"")
                            .remedy("name a column of numbers with --top-by");
                }
                return rank;
            }
        }
    }
}

package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.Provenance;

/** The records that are not part of the data set, each with a reason. */
final class DroppedRecords {
    /** The kinds of reasons. */
    enum Reason {
        /** The genome does not have the sequence. */
        NO_SEQUENCE("sequence not in the genome"),
        /** The window extends beyond its sequence. */
        OUTSIDE("not within the sequence"),
        /** The window overlaps the blacklist. */
        BLACKLIST("overlaps the blacklist"),
        /** The window has too many unknown bases. */
        UNKNOWN_BASES("unknown bases"),
        /** A given negative overlaps a peak. */
        PEAK("overlaps a peak"),
        /** The record is not among the strongest. */
        NOT_TOP("not among the strongest"),
        /** The sequence is a near-duplicate of one of an earlier split. */
        LEAK("near-duplicate of another split");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    /**
     * A row of the table.
     *
     * @param record the record, as {@code peak1::chr1:100-300}
     * @param file its file
     * @param line its line in the file, counted from 1; 0 for a window that was drawn from the genome
     * @param reason reason why it is not used
     */
    record Row(String record, String file, long line, String reason) {}

    private record Numbered(int file, Row row) {}

    private final List<String> files;
    private final List<Numbered> rows = new ArrayList<>();
    private final Map<Integer, Map<Reason, Long>> counts = new HashMap<>();

    /** Creates an empty list; {@code files} are the names of the files by the numbers that records give. */
    DroppedRecords(List<String> files) {
        this.files = List.copyOf(files);
    }

    /** Adds a record. */
    void add(Peak peak, Reason kind, String reason) {
        add(peak.file(), new Row(peak.label(), files.get(peak.file()), peak.line(), reason), kind);
    }

    /** Adds a window without a record. */
    void addDrawn(String place, String genome, Reason kind, String reason) {
        add(files.size(), new Row(place, genome, 0, reason), kind);
    }

    private void add(int file, Row row, Reason kind) {
        rows.add(new Numbered(file, row));
        counts.computeIfAbsent(file, number -> new EnumMap<>(Reason.class)).merge(kind, 1L, Long::sum);
    }

    /** Number of records of a file, by reason. */
    Map<String, Long> byReason(int file) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.getOrDefault(file, Map.of()).forEach((kind, count) -> named.put(kind.text, count));
        return named;
    }

    /** Number of records of a file. */
    long count(int file) {
        return counts.getOrDefault(file, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Writes the table, in the order of files and lines. */
    void write(String path, Provenance provenance) {
        rows.sort(Comparator.comparingInt(Numbered::file).thenComparingLong(row -> row.row.line()));
        TsvWriter.write(
                path, Row.class, provenance, rows.stream().map(Numbered::row).toList());
    }
}

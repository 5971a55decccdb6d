package org.expomotif.dataset;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Outputs;
import org.expomotif.io.TextLines;
import org.expomotif.io.table.CFormat;
import org.expomotif.run.UserException;

/**
 * The table of labels: a TSV with the columns {@code id}, {@code split} and one column per class, whose values are 0, 1
 * or NA.
 *
 * @param classes names of the classes, in the order of the columns
 * @param rows one row per sequence, in the order of the file
 */
public record Labels(List<String> classes, List<Row> rows) {
    /**
     * The labels of one sequence.
     *
     * @param id name of the sequence
     * @param split split of the sequence
     * @param values one number per class: 0, 1, or NaN where unknown; not copied
     */
    public record Row(String id, Split split, float[] values) {}

    /** Copies the lists. */
    public Labels {
        classes = List.copyOf(classes);
        rows = List.copyOf(rows);
    }

    /**
     * Reads labels; lines that start with {@code #} and empty lines are skipped.
     *
     * @throws UserException naming the file and the line when it is not a table of labels
     */
    public static Labels read(String pathOrDash) {
        try (TextLines lines = TextLines.open(pathOrDash)) {
            return LabelsReader.read(lines);
        }
    }

    /** Writes the table. */
    public void write(String pathOrDash) {
        Outputs.write(pathOrDash, out -> {
            StringBuilder text = new StringBuilder("id\tsplit");
            classes.forEach(name -> text.append('\t').append(name));
            for (Row row : rows) {
                out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
                text.append(row.id()).append('\t').append(row.split().word());
                for (float value : row.values()) {
                    text.append('\t').append(Float.isNaN(value) ? "NA" : CFormat.g(value, 9));
                }
            }
            out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    /** The rows of one split, in the order of the table. */
    public List<Row> of(Split split) {
        return rows.stream().filter(row -> row.split() == split).toList();
    }

    /**
     * The sequences in the order of the rows, so that sequence i belongs to row i.
     *
     * @param sequences all sequences; their names are unique
     * @param sequenceFile name of the sequences in messages
     * @param labelFile name of the labels in messages
     * @throws UserException when a row has no sequence or a sequence has no row
     */
    public List<DnaSequence> match(List<DnaSequence> sequences, String sequenceFile, String labelFile) {
        requireSame(sequences.stream().map(DnaSequence::name).toList(), sequenceFile, labelFile);
        Map<String, DnaSequence> byName = new HashMap<>();
        sequences.forEach(sequence -> byName.put(sequence.name(), sequence));
        return rows.stream().map(row -> byName.get(row.id())).toList();
    }

    /**
     * Checks that the names of sequences are the ids of the rows, in any order.
     *
     * @param names names of all sequences, each once
     * @param sequenceFile name of the sequences in messages
     * @param labelFile name of the labels in messages
     * @throws UserException when a row has no sequence or a sequence has no row
     */
    public void requireSame(List<String> names, String sequenceFile, String labelFile) {
        Set<String> there = new HashSet<>(names);
        List<String> missing =
                rows.stream().map(Row::id).filter(id -> !there.contains(id)).toList();
        if (!missing.isEmpty()) {
            throw new UserException("labels without a sequence in " + sequenceFile)
                    .in(labelFile)
                    .expected("every id to be the name of a sequence")
                    .found(some(missing, rows.size(), "ids"))
                    .remedy("give the sequences and the labels of one data set");
        }
        Set<String> labelled = rows.stream().map(Row::id).collect(Collectors.toSet());
        List<String> unlabelled =
                names.stream().filter(name -> !labelled.contains(name)).toList();
        if (!unlabelled.isEmpty()) {
            throw new UserException("sequences without a label in " + labelFile)
                    .in(sequenceFile)
                    .expected("a row of labels for every sequence")
                    .found(some(unlabelled, names.size(), "names"))
                    .remedy("give the sequences and the labels of one data set");
        }
    }

    /**
     * The column of a class.
     *
     * @param file name of the labels in messages
     * @throws UserException when no column has this name
     */
    public int columnOf(String name, String file) {
        int column = classes.indexOf(name);
        if (column < 0) {
            throw new UserException("the labels have no such class")
                    .in(file)
                    .expected("a column " + name)
                    .found(String.join(", ", classes))
                    .remedy("give one of these classes, or the labels that the model was trained with");
        }
        return column;
    }

    private static String some(List<String> names, int of, String noun) {
        String first = String.join(", ", names.subList(0, Math.min(3, names.size())));
        String more = names.size() > 3 ? ", ..." : "";
        return String.format(Locale.ROOT, "%,d of %,d %s unmatched (%s%s)", names.size(), of, noun, first, more);
    }
}

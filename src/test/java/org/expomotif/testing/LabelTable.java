package org.expomotif.testing;

/** A table of labels: the columns {@code id} and {@code split}, then one column per class. */
public final class LabelTable implements TextFile {
    private final StringBuilder text = new StringBuilder("id\tsplit");

    private LabelTable(String... classes) {
        for (String name : classes) {
            text.append('\t').append(name);
        }
        text.append('\n');
    }

    /** A table of these classes without sequences. */
    public static LabelTable of(String... classes) {
        return new LabelTable(classes);
    }

    /** Adds a sequence: its split, and 0 or 1 per class. */
    public LabelTable and(String id, String split, int... labels) {
        text.append(id).append('\t').append(split);
        for (int label : labels) {
            text.append('\t').append(label);
        }
        text.append('\n');
        return this;
    }

    @Override
    public String text() {
        return text.toString();
    }
}

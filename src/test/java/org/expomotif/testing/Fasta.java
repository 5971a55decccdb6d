package org.expomotif.testing;

import java.util.random.RandomGenerator;

/** A FASTA file with every sequence on one line. */
public final class Fasta implements TextFile {
    private final StringBuilder text = new StringBuilder();

    private Fasta() {}

    /** A file of one sequence; the header may contain a description after the name. */
    public static Fasta of(String header, String bases) {
        return new Fasta().and(header, bases);
    }

    /** An empty file. */
    public static Fasta empty() {
        return new Fasta();
    }

    /** Adds a sequence; one without bases has a header and no further line. */
    public Fasta and(String header, String bases) {
        text.append('>').append(header).append('\n');
        if (!bases.isEmpty()) {
            text.append(bases).append('\n');
        }
        return this;
    }

    /** Bases drawn from the letters with equal probability. */
    public static String random(RandomGenerator random, int length, String letters) {
        StringBuilder bases = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            bases.append(letters.charAt(random.nextInt(letters.length())));
        }
        return bases.toString();
    }

    @Override
    public String text() {
        return text.toString();
    }
}

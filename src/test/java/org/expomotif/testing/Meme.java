package org.expomotif.testing;

import java.util.Map;

/**
 * A motif file in MEME text. A motif is given by its IUPAC consensus: every position divides the probability equally
 * among the bases that its letter stands for, so that {@code M} is {@code 0.5 0.5 0 0}.
 */
public final class Meme implements TextFile {
    private static final Map<Character, String> BASES = Map.ofEntries(
            Map.entry('A', "A"),
            Map.entry('C', "C"),
            Map.entry('G', "G"),
            Map.entry('T', "T"),
            Map.entry('R', "AG"),
            Map.entry('Y', "CT"),
            Map.entry('S', "CG"),
            Map.entry('W', "AT"),
            Map.entry('K', "GT"),
            Map.entry('M', "AC"),
            Map.entry('N', "ACGT"));

    private final StringBuilder text = new StringBuilder("MEME version 4\n");

    private Meme() {}

    /** A file of one motif; the name may be an identifier and an alternative name, separated by a space. */
    public static Meme of(String name, String consensus) {
        return new Meme().and(name, consensus);
    }

    /** Adds a motif with the given consensus. */
    public Meme and(String name, String consensus) {
        text.append("\nMOTIF ").append(name).append("\nletter-probability matrix: alength= 4 w= ");
        text.append(consensus.length()).append(" nsites= 20\n");
        consensus.chars().forEach(letter -> text.append(row((char) letter)).append('\n'));
        return this;
    }

    private static String row(char letter) {
        String bases = BASES.get(letter);
        if (bases == null) {
            throw new IllegalArgumentException("not an IUPAC letter of this builder: " + letter);
        }
        StringBuilder row = new StringBuilder();
        for (char base : "ACGT".toCharArray()) {
            row.append(row.isEmpty() ? "" : " ");
            row.append(bases.indexOf(base) < 0 ? "0" : share(bases.length()));
        }
        return row.toString();
    }

    private static String share(int bases) {
        return bases == 1 ? "1" : String.valueOf(1.0 / bases);
    }

    @Override
    public String text() {
        return text.toString();
    }
}

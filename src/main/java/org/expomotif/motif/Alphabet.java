package org.expomotif.motif;

/** The alphabet of a motif, which determines the letters of its columns and the number of strands of the molecule. */
public enum Alphabet {
    /** DNA: A, C, G and T, two strands. */
    DNA("ACGT"),
    /** RNA: A, C, G and U, one strand. */
    RNA("ACGU");

    private final String letters;

    Alphabet(String letters) {
        this.letters = letters;
    }

    /** The four letters in the order of the columns. */
    public String letters() {
        return letters;
    }

    /** The letter of a column, counted from 0. */
    public char letter(int column) {
        return letters.charAt(column);
    }

    /** Whether a motif also occurs as its reverse complement: only DNA has a second strand. */
    public boolean hasTwoStrands() {
        return this == DNA;
    }

    /** The column of a letter of either alphabet, in either case; -1 for any other character. */
    public static int column(char letter) {
        return switch (letter) {
            case 'A', 'a' -> 0;
            case 'C', 'c' -> 1;
            case 'G', 'g' -> 2;
            case 'T', 't', 'U', 'u' -> 3;
            default -> -1;
        };
    }

    /** The alphabet by the letter of its fourth column: RNA for U, otherwise DNA. */
    public static Alphabet ofLetter(char fourth) {
        return fourth == 'U' || fourth == 'u' ? RNA : DNA;
    }
}

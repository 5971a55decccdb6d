package org.expomotif.dna;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Codes of the DNA letters in the order A C G T, and their complements.
 *
 * <p>U is read as T, and lower case as upper case. Every other character, including the IUPAC ambiguity letters, is
 * {@link #UNKNOWN}: a window with an unknown base is never a site, and its one-hot encoding is 0.25 in each channel.
 */
public final class Nucleotide {
    /** Code of A. */
    public static final byte A = 0;
    /** Code of C. */
    public static final byte C = 1;
    /** Code of G. */
    public static final byte G = 2;
    /** Code of T and U. */
    public static final byte T = 3;
    /** Code of every character that is not a known base. */
    public static final byte UNKNOWN = 4;

    private static final byte[] LETTERS = {'A', 'C', 'G', 'T', 'N'};
    private static final byte[] CODES = new byte[256];
    private static final byte[] COMPLEMENTS = new byte[256];

    static {
        Arrays.fill(CODES, UNKNOWN);
        for (int i = 0; i < 4; i++) {
            CODES[LETTERS[i]] = (byte) i;
            CODES[Character.toLowerCase(LETTERS[i])] = (byte) i;
        }
        CODES['U'] = T;
        CODES['u'] = T;
        for (int i = 0; i < 256; i++) {
            COMPLEMENTS[i] = (byte) i;
        }
        String from = "ACGTURYKMBDHVSWN";
        String to = "TGCAAYRMKVHDBSWN";
        for (int i = 0; i < from.length(); i++) {
            COMPLEMENTS[from.charAt(i)] = (byte) to.charAt(i);
            COMPLEMENTS[Character.toLowerCase(from.charAt(i))] = (byte) Character.toLowerCase(to.charAt(i));
        }
    }

    private Nucleotide() {}

    /** The code 0..3 of a letter, or {@link #UNKNOWN}. */
    public static byte code(byte letter) {
        return CODES[letter & 0xFF];
    }

    /** The codes of letters, as a new array. */
    public static byte[] codes(byte[] letters) {
        byte[] codes = new byte[letters.length];
        for (int i = 0; i < letters.length; i++) {
            codes[i] = CODES[letters[i] & 0xFF];
        }
        return codes;
    }

    /** The upper-case letter of a code; N for {@link #UNKNOWN}. */
    public static byte letter(int code) {
        return LETTERS[code];
    }

    /** The upper-case letters of codes, as a new array. */
    public static byte[] letters(byte[] codes) {
        byte[] letters = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            letters[i] = LETTERS[codes[i]];
        }
        return letters;
    }

    /** The code of the complement: {@code 3 - code}; {@link #UNKNOWN} is its own complement. */
    public static byte complement(byte code) {
        return code >= UNKNOWN ? UNKNOWN : (byte) (3 - code);
    }

    /** The complement of a letter, including the IUPAC ambiguity letters; the case is kept. */
    public static byte complementLetter(byte letter) {
        return COMPLEMENTS[letter & 0xFF];
    }

    /** The reverse complement of codes, as a new array. */
    public static byte[] reverseComplement(byte[] codes) {
        byte[] reversed = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            reversed[codes.length - 1 - i] = complement(codes[i]);
        }
        return reversed;
    }

    /**
     * The reverse complement of a matrix with one row per position and columns A C G T, as a new array: rows in reverse
     * order, A and T exchanged, C and G exchanged.
     */
    public static double[][] reverseComplement(double[][] rows) {
        return reversed(rows, row -> new double[] {row[3], row[2], row[1], row[0]});
    }

    /** The reverse complement of a matrix of whole numbers, as a new array. */
    public static int[][] reverseComplement(int[][] rows) {
        return reversed(rows, row -> new int[] {row[3], row[2], row[1], row[0]});
    }

    private static <R> R[] reversed(R[] rows, UnaryOperator<R> complement) {
        R[] reversed = rows.clone();
        for (int i = 0; i < rows.length; i++) {
            reversed[i] = complement.apply(rows[rows.length - 1 - i]);
        }
        return reversed;
    }
}

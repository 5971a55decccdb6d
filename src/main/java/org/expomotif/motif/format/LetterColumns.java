package org.expomotif.motif.format;

import java.util.Optional;
import org.expomotif.motif.Alphabet;

/**
 * The letters above the columns of a matrix, as in {@code Pos A C G T}.
 *
 * @param order for each column in the file, its index in the order A, C, G, T
 * @param alphabet the alphabet: RNA when one of the letters is U
 */
record LetterColumns(int[] order, Alphabet alphabet) {
    /** Reads four consecutive words; empty unless they are the four letters of an alphabet, in any order. */
    static Optional<LetterColumns> of(String[] words, int from) {
        if (words.length < from + 4) {
            return Optional.empty();
        }
        int[] order = new int[4];
        int seen = 0;
        Alphabet alphabet = Alphabet.DNA;
        for (int i = 0; i < 4; i++) {
            String word = words[from + i];
            order[i] = word.length() == 1 ? Alphabet.column(word.charAt(0)) : -1;
            if (order[i] < 0) {
                return Optional.empty();
            }
            seen |= 1 << order[i];
            alphabet = order[i] == 3 ? Alphabet.ofLetter(word.charAt(0)) : alphabet;
        }
        return seen == 15 ? Optional.of(new LetterColumns(order, alphabet)) : Optional.empty();
    }

    /** Reorders a row to A, C, G, T. */
    double[] ordered(double[] row) {
        double[] ordered = new double[4];
        for (int i = 0; i < 4; i++) {
            ordered[order[i]] = row[i];
        }
        return ordered;
    }
}

package org.expomotif.motif.format;

import java.util.Optional;
import org.expomotif.io.TextLines;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.CountMatrix;

/**
 * The letter frequencies in the header of MEME text: alternating letters and numbers, on one or more lines.
 *
 * @param background the frequencies; empty when the lines have none
 * @param alphabet RNA when the frequencies are of A, C, G and U
 * @param next the index of the first line after them
 */
record MemeBackground(Optional<Background> background, Alphabet alphabet, int next) {
    /** Reads the frequencies, starting at a line. */
    static MemeBackground read(MotifText text, int from) {
        double[] frequencies = {-1, -1, -1, -1};
        Alphabet alphabet = Alphabet.DNA;
        int at = from;
        int found = 0;
        for (; at < text.size() && found < 4; at++) {
            String[] words = words(text, at);
            if (words.length > 0 && !isPairs(words, words.length / 2)) {
                break;
            }
            for (int i = 0; i < words.length; i += 2) {
                int letter = Alphabet.column(words[i].charAt(0));
                if (letter < 0) {
                    throw text.fault(at, "the motifs are of proteins")
                            .expected("the letters of DNA or RNA")
                            .found(MotifText.quote(text.line(at)));
                }
                if (frequencies[letter] >= 0) {
                    throw text.fault(at, "the background gives the letter " + words[i] + " twice");
                }
                frequencies[letter] = text.nonNegative(at, "background", words[i + 1]);
                alphabet = letter == 3 ? Alphabet.ofLetter(words[i].charAt(0)) : alphabet;
                found++;
            }
        }
        if (found == 0) {
            return new MemeBackground(Optional.empty(), alphabet, from);
        }
        if (found < 4) {
            throw text.fault(Math.min(at, text.size() - 1), "the background does not give all four letters")
                    .expected("A, C, G and T with one number each, as in \"A 0.25 C 0.25 G 0.25 T 0.25\"");
        }
        if (!CountMatrix.hasSum(frequencies)) {
            throw text.fault(at - 1, "the background frequencies are all 0");
        }
        Background background = new Background(frequencies[0], frequencies[1], frequencies[2], frequencies[3]);
        return new MemeBackground(Optional.of(background), alphabet, at);
    }

    /** Whether a line consists of four letters with one number each. */
    static boolean isLine(MotifText text, int at) {
        return isPairs(MotifText.words(text.line(at)), 4);
    }

    private static String[] words(MotifText text, int at) {
        return MotifText.words(TextLines.withoutComment(text.line(at)));
    }

    private static boolean isPairs(String[] words, int pairs) {
        boolean matches = words.length == 2 * pairs;
        for (int i = 0; matches && i < words.length; i += 2) {
            matches = words[i].length() == 1
                    && Character.isLetter(words[i].charAt(0))
                    && MotifText.isNumber(words[i + 1]);
        }
        return matches;
    }
}

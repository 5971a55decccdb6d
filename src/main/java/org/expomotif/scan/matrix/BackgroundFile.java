package org.expomotif.scan.matrix;

import org.expomotif.dna.Nucleotide;
import org.expomotif.io.Inputs;
import org.expomotif.io.TextLines;
import org.expomotif.motif.Background;
import org.expomotif.run.UserException;

/**
 * Reads letter frequencies from a MEME Markov background file: each line has a word and its frequency. Only words of
 * one letter are used; {@code #} starts a comment.
 */
public final class BackgroundFile {
    private static final String EXPECTED = "lines such as \"A 0.29\" for each of A, C, G and T";

    private BackgroundFile() {}

    /**
     * Reads the four frequencies; they need not sum to 1.
     *
     * @throws UserException when a letter is missing, or its frequency is not a number above 0
     */
    public static Background read(String pathOrDash) {
        double[] frequencies = new double[4];
        try (TextLines lines = TextLines.open(pathOrDash)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                readLine(line, lines, frequencies);
            }
        }
        for (int a = 0; a < 4; a++) {
            if (frequencies[a] == 0) {
                throw new UserException("the background has no frequency of " + (char) Nucleotide.letter(a))
                        .in(Inputs.name(pathOrDash))
                        .expected(EXPECTED);
            }
        }
        return new Background(frequencies[0], frequencies[1], frequencies[2], frequencies[3]);
    }

    private static void readLine(String line, TextLines lines, double[] frequencies) {
        String[] words = TextLines.withoutComment(line).split("\\s+");
        if (words[0].isEmpty() || words[0].length() > 1) {
            return;
        }
        int letter = Nucleotide.code((byte) words[0].charAt(0));
        double frequency = words.length == 2 ? number(words[1]) : Double.NaN;
        if (letter == Nucleotide.UNKNOWN || !(frequency > 0) || Double.isInfinite(frequency)) {
            throw lines.fault("no frequency of a letter")
                    .expected(EXPECTED + ", above 0")
                    .found(line.strip());
        }
        frequencies[letter] = frequency;
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

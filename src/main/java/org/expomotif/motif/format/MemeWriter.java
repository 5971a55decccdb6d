package org.expomotif.motif.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;

/**
 * Writes motifs as MEME minimal text, version 4, with six decimals per probability.
 *
 * <p>The numbers of a row are rounded together by the largest-remainder method, so that the written numbers of a row
 * that sums to 1 sum to exactly 1; numbers with six decimals are written unchanged. Comments follow the version line,
 * because programs of the MEME Suite look for that line first and skip header lines that they do not know. RNA is
 * written with the alphabet ACGU and one strand.
 */
public final class MemeWriter {
    private static final int UNITS = 1_000_000;
    private static final int LETTERS = 4;

    private MemeWriter() {}

    /**
     * Writes all motifs.
     *
     * @param pathOrDash path of the file, which is compressed when its name ends in {@code .gz}, or {@code -} for
     *     standard output
     * @param motifs the motifs; a missing background is written as uniform
     * @param comments lines for the header, without {@code #}
     */
    public static void write(String pathOrDash, MotifSet motifs, List<String> comments) {
        byte[] bytes = text(motifs, comments).getBytes(StandardCharsets.UTF_8);
        Outputs.write(pathOrDash, out -> out.write(bytes));
    }

    /** The text that {@link #write} writes. */
    static String text(MotifSet motifs, List<String> comments) {
        StringBuilder out = new StringBuilder("MEME version 4\n");
        for (String comment : comments) {
            comment.lines()
                    .forEach(line -> out.append(("# " + line).stripTrailing()).append('\n'));
        }
        Background background = motifs.background().orElse(Background.UNIFORM);
        Alphabet alphabet = motifs.alphabet();
        out.append("\nALPHABET= ").append(alphabet.letters());
        out.append("\n\nstrands: ").append(alphabet.hasTwoStrands() ? "+ -" : "+");
        out.append("\n\nBackground letter frequencies\n");
        double[] frequencies = background.toArray();
        for (int letter = 0; letter < LETTERS; letter++) {
            out.append(letter == 0 ? "" : " ").append(alphabet.letter(letter)).append(' ');
            out.append(CFormat.g(frequencies[letter], 6));
        }
        out.append('\n');
        for (Motif motif : motifs.motifs()) {
            append(out, motif);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Motif motif) {
        out.append("\nMOTIF ").append(word(motif.id()));
        String name = String.join(" ", MotifText.words(motif.name()));
        out.append(name.isEmpty() ? "" : " " + name).append("\nletter-probability matrix: alength= 4 w= ");
        out.append(motif.width())
                .append(" nsites= ")
                .append(sites(motif.sites()))
                .append(" E= 0\n");
        for (double[] row : motif.matrix()) {
            for (int units : units(row)) {
                out.append("  ").append(units / UNITS).append('.');
                out.append(Integer.toString(UNITS + units % UNITS), 1, 7);
            }
            out.append('\n');
        }
        if (!motif.url().isBlank()) {
            out.append("URL ").append(motif.url().strip()).append('\n');
        }
    }

    private static String word(String id) {
        String word = MotifText.oneWord(id);
        return word.isEmpty() ? "motif" : word;
    }

    private static String sites(double sites) {
        BigDecimal rounded = BigDecimal.valueOf(sites).setScale(6, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * A row in units of 10^-6: all numbers are rounded down, then those with the largest remainders are increased until
     * the sum is correct.
     */
    static int[] units(double[] row) {
        int[] units = new int[LETTERS];
        double[] rest = new double[LETTERS];
        double sum = 0;
        int missing = 0;
        for (int i = 0; i < LETTERS; i++) {
            double scaled = row[i] * UNITS;
            sum += scaled;
            units[i] = (int) Math.floor(scaled);
            rest[i] = scaled - units[i];
            missing -= units[i];
        }
        missing += (int) Math.rint(sum);
        for (; missing > 0; missing--) {
            int largest = 0;
            for (int i = 1; i < LETTERS; i++) {
                largest = rest[i] > rest[largest] ? i : largest;
            }
            units[largest]++;
            rest[largest] = -1;
        }
        return units;
    }
}

package org.expomotif.attribution.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.run.UserException;

/**
 * Scores of all four letters at each base, in either order of the axes.
 *
 * @param values the numbers in the order of the file
 * @param sequences number of sequences
 * @param length bases per sequence
 * @param lettersLast whether the letters are the last axis rather than the second
 * @param path the file, for messages
 */
public record LetterScores(float[] values, int sequences, int length, boolean lettersLast, String path) {

    /** The scores in an array of sequences x 4 x length, or of sequences x length x 4. */
    static LetterScores of(NpyArray array, String path, String name) {
        int[] shape = array.shape();
        boolean first = shape.length == 3 && shape[1] == 4;
        boolean last = shape.length == 3 && shape[2] == 4;
        if (first == last) {
            String expected = "sequences x 4 x length, or sequences x length x 4";
            throw BaseScores.wrongShape(
                    array, path, name, first ? expected + ", with a length other than 4" : expected);
        }
        return new LetterScores(array.floats(), shape[0], first ? shape[2] : shape[1], last, path);
    }

    /** The score of a letter (0 to 3 for A, C, G and T) at a base. */
    public float at(int sequence, int position, int letter) {
        long index = lettersLast
                ? ((long) sequence * length + position) * 4 + letter
                : ((long) sequence * 4 + letter) * length + position;
        return values[(int) index];
    }

    /** The scores of the letters that are 1 in the one-hot sequences; 0 where all four are 0. */
    List<float[]> ofLetters(LetterScores oneHot) {
        if (oneHot.sequences != sequences || oneHot.length != length) {
            throw new UserException("the one-hot sequences do not fit the scores")
                    .in(oneHot.path)
                    .expected(sequences + " sequences of " + length + " bases")
                    .found(oneHot.sequences + " of " + oneHot.length);
        }
        List<float[]> maps = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            float[] map = new float[length];
            for (int j = 0; j < length; j++) {
                for (int letter = 0; letter < 4; letter++) {
                    map[j] += oneHot.isOne(i, j, letter) ? at(i, j, letter) : 0;
                }
            }
            maps.add(map);
        }
        return maps;
    }

    /** The bases of one-hot sequences, as codes of {@link Nucleotide}; unknown where not exactly one letter is 1. */
    List<byte[]> codes() {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            byte[] codes = new byte[length];
            for (int j = 0; j < length; j++) {
                int ones = 0;
                for (int letter = 0; letter < 4; letter++) {
                    if (isOne(i, j, letter)) {
                        codes[j] = (byte) letter;
                        ones++;
                    }
                }
                codes[j] = ones == 1 ? codes[j] : Nucleotide.UNKNOWN;
            }
            all.add(codes);
        }
        return all;
    }

    /** The letters of contributions that are 0 but for one letter per base; unknown where all four are 0. */
    List<byte[]> onlyLetters() {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            byte[] codes = new byte[length];
            Arrays.fill(codes, Nucleotide.UNKNOWN);
            for (int j = 0; j < length; j++) {
                for (int letter = 0; letter < 4; letter++) {
                    codes[j] = at(i, j, letter) != 0 ? (byte) letter : codes[j];
                }
            }
            all.add(codes);
        }
        return all;
    }

    /** Whether a letter other than that of the one-hot sequences has a score, as in hypothetical contributions. */
    boolean scoresOtherLetters(List<byte[]> codes) {
        for (int i = 0; i < sequences; i++) {
            for (int j = 0; j < length; j++) {
                for (int letter = 0; letter < 4; letter++) {
                    if (letter != codes.get(i)[j] && at(i, j, letter) != 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isOne(int sequence, int position, int letter) {
        float value = at(sequence, position, letter);
        if (value != 0 && value != 1) {
            throw new UserException("a one-hot sequence has a number other than 0 and 1")
                    .in(path)
                    .atRecord("sequence " + sequence + ", base " + position + " (counted from 0)")
                    .found(Float.toString(value));
        }
        return value == 1;
    }

    /** The only score of each base that is not 0. */
    List<float[]> ofOnlyLetters() {
        List<float[]> maps = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            float[] map = new float[length];
            for (int j = 0; j < length; j++) {
                for (int letter = 0; letter < 4; letter++) {
                    float score = at(i, j, letter);
                    if (score != 0 && map[j] != 0) {
                        throw new UserException("a base has scores of several letters, and its own is not known")
                                .in(path)
                                .atRecord("sequence " + i + ", base " + j + " (counted from 0)")
                                .remedy("give the one-hot sequences (--one-hot)");
                    }
                    map[j] = score == 0 ? map[j] : score;
                }
            }
            maps.add(map);
        }
        return maps;
    }
}

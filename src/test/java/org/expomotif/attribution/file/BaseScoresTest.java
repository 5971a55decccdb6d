package org.expomotif.attribution.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseScoresTest {
    /** Two sequences of three bases, AGT and CCA, as sequences x 4 x length. */
    private static final NpyArray ONE_HOT =
            NpyArray.of(new byte[] {1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0}, 2, 4, 3);

    /** The score of each place is its index: that of sequence 1, letter 2, base 0 is 18. */
    private static final NpyArray SCORES = NpyArray.of(counting(24), 2, 4, 3);

    @TempDir
    private Path folder;

    private static float[] counting(int n) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private String file(String name, Object... namesAndArrays) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < namesAndArrays.length; i += 2) {
            arrays.put((String) namesAndArrays[i], (NpyArray) namesAndArrays[i + 1]);
        }
        String path = folder.resolve(name).toString();
        Npz.write(path, arrays);
        return path;
    }

    private static BaseScores read(String path) {
        return BaseScores.read(path, Optional.empty());
    }

    private static AbstractThrowableAssert<?, ?> refused(String path) {
        return assertThatThrownBy(() -> read(path))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(path);
    }

    /** The same numbers with the letters as the last axis. */
    private static float[] lettersLast(float[] values) {
        float[] moved = new float[24];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int letter = 0; letter < 4; letter++) {
                    moved[(i * 3 + j) * 4 + letter] = values[(i * 4 + letter) * 3 + j];
                }
            }
        }
        return moved;
    }

    @Test
    void readsTheBaseScoresOfAttribute() {
        String path = file(
                "own.npz",
                "arr_0",
                SCORES,
                "base_scores",
                NpyArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                "ids",
                NpyArray.of(new String[] {"one", "two"}, 2));
        assertThat(read(path).names()).containsExactly("one", "two");
        assertThat(read(path).maps()).containsExactly(new float[] {1, 2, 3}, new float[] {4, 5, 6});
    }

    @Test
    void takesTheLettersOfTheOneHotSequences() {
        float[][] expected = {{0, 7, 11}, {15, 16, 14}};
        assertThat(read(file("both.npz", "arr_0", SCORES, "one_hot", ONE_HOT)).maps())
                .containsExactly(expected);
        BaseScores two =
                BaseScores.read(file("scores.npz", "arr_0", SCORES), Optional.of(file("x.npz", "arr_0", ONE_HOT)));
        assertThat(two.maps()).containsExactly(expected);
        assertThat(two.names()).containsExactly("0", "1");
    }

    @Test
    void readsTheLettersAsTheLastAxisToo() {
        String scores = file("last.npz", "shap", NpyArray.of(lettersLast(SCORES.floats()), 2, 3, 4));
        String last = file("last-x.npz", "arr_0", NpyArray.of(lettersLast(ONE_HOT.floats()), 2, 3, 4));
        String first = file("first-x.npz", "one_hot", ONE_HOT);
        assertThat(BaseScores.read(scores, Optional.of(last)).maps())
                .containsExactly(
                        BaseScores.read(scores, Optional.of(first)).maps().toArray(float[][]::new))
                .containsExactly(new float[] {0, 7, 11}, new float[] {15, 16, 14});
    }

    @Test
    void scoresOfBasesNeedNoOneHotSequences() {
        String own = file("own.npz", "base_scores", NpyArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        String oneHot = file("x.npz", "one_hot", ONE_HOT);
        assertThatThrownBy(() -> BaseScores.read(own, Optional.of(oneHot)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(own)
                .hasMessageContaining("leave " + oneHot + " out");
    }

    @Test
    void anUnknownBaseScoresNothing() {
        byte[] none = ONE_HOT.bytes().clone();
        none[0] = 0;
        String path = file(
                "n.npz", "arr_0", NpyArray.of(lifted(SCORES.floats()), 2, 4, 3), "one_hot", NpyArray.of(none, 2, 4, 3));
        assertThat(read(path).maps().getFirst()).containsExactly(0, 8, 12);
    }

    private static float[] lifted(float[] values) {
        float[] higher = values.clone();
        for (int i = 0; i < higher.length; i++) {
            higher[i]++;
        }
        return higher;
    }

    @Test
    void contributionsNeedNoOneHotSequences() {
        float[] contributions = new float[24];
        contributions[3] = -2;
        contributions[23] = 5;
        assertThat(read(file("c.npz", "arr_0", NpyArray.of(contributions, 2, 4, 3)))
                        .maps())
                .containsExactly(new float[] {-2, 0, 0}, new float[] {0, 0, 5});
        contributions[6] = 1;
        refused(file("d.npz", "arr_0", NpyArray.of(contributions, 2, 4, 3)))
                .hasMessageContaining("several letters")
                .hasMessageContaining("sequence 0, base 0")
                .hasMessageContaining("--one-hot");
    }

    @Test
    void refusesArraysThatAreNotScores() {
        refused(file("flat.npz", "arr_0", NpyArray.of(counting(24), 6, 4))).hasMessageContaining("6 x 4");
        refused(file("square.npz", "arr_0", NpyArray.of(counting(32), 2, 4, 4))).hasMessageContaining("other than 4");
        refused(file("base.npz", "base_scores", SCORES)).hasMessageContaining("sequences x length");
        refused(file("many.npz", "a", SCORES, "b", SCORES)).hasMessageContaining("a, b");
        String[] texts = Collections.nCopies(24, "x").toArray(String[]::new);
        refused(file("text.npz", "arr_0", NpyArray.of(texts, 2, 4, 3))).hasMessageContaining("numbers");
        refused(file("ids.npz", "arr_0", SCORES, "one_hot", ONE_HOT, "ids", NpyArray.of(new String[] {"a"}, 1)))
                .hasMessageContaining("2 names");
        refused(file("nan.npz", "base_scores", NpyArray.of(new float[] {0, Float.NaN}, 1, 2)))
                .hasMessageContaining("not a number");
        refused(file("half.npz", "arr_0", SCORES, "one_hot", SCORES)).hasMessageContaining("other than 0 and 1");
        String scores = file("s.npz", "arr_0", SCORES);
        String longer = file("l.npz", "arr_0", NpyArray.of(new byte[40], 2, 4, 5));
        assertThatThrownBy(() -> BaseScores.read(scores, Optional.of(longer)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("2 sequences of 3 bases")
                .hasMessageContaining("2 of 5");
    }
}

package org.expomotif.attribution.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.run.UserException;

/**
 * One score per base of each sequence, read from NumPy archives and HDF5 files:
 *
 * <ul>
 *   <li>of {@code attribute}: the array {@code base_scores} (sequences x length) with {@code ids};
 *   <li>of tangermeme, bpnet-lite, TF-MoDISco and others: one array of three dimensions, {@code arr_0} if there are
 *       several, with the scores of the four letters (sequences x 4 x length, or sequences x length x 4). The score of
 *       a base is that of the letter in the one-hot sequences: the array {@code one_hot}, or the one of another file.
 *       Without one-hot sequences, the scores must be 0 but for one letter per base, as contributions are;
 *   <li>of chrombpnet: an HDF5 file with {@code shap/seq} or {@code projected_shap/seq}, and {@code raw/seq}.
 * </ul>
 *
 * @param names the names of the sequences; without {@code ids} their numbers, counted from 0 as NumPy does
 * @param maps one score per base, for each sequence
 */
public record BaseScores(List<String> names, List<float[]> maps) {
    static final String BASE_SCORES = "base_scores";
    static final String ONE_HOT = "one_hot";
    static final String IDS = "ids";
    static final String FIRST = "arr_0";

    /**
     * Reads the scores of a file.
     *
     * @param path a file; it is read twice
     * @param oneHotPath a file of one-hot sequences, for a file that has none
     * @throws UserException when a file is not an .npz or HDF5 file, or its arrays are not scores or do not fit each
     *     other
     */
    public static BaseScores read(String path, Optional<String> oneHotPath) {
        return naming(path, () -> arrays(path, oneHotPath));
    }

    /** Reads, and adds the file to an error that does not name one. */
    static <T> T naming(String path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UserException e) {
            throw e.inIfUnknown(path);
        }
    }

    private static BaseScores arrays(String path, Optional<String> oneHotPath) {
        Set<String> names = ScoreArrays.names(path);
        if (names.contains(BASE_SCORES)) {
            Map<String, NpyArray> arrays = ScoreArrays.read(path, Set.of(BASE_SCORES, IDS));
            return ofBases(arrays, path, oneHotPath);
        }
        String name = letterArray(names, path);
        Map<String, NpyArray> arrays = ScoreArrays.read(path, Set.of(name, ONE_HOT, IDS));
        LetterScores scores = LetterScores.of(present(arrays, name), path, name);
        Optional<LetterScores> oneHot = oneHotPath
                .map(BaseScores::oneHot)
                .or(() -> Optional.ofNullable(arrays.get(ONE_HOT)).map(array -> LetterScores.of(array, path, ONE_HOT)));
        return of(oneHot.map(scores::ofLetters).orElseGet(scores::ofOnlyLetters), arrays, path);
    }

    /** The scores of an archive of {@code attribute}, which has one-hot sequences of its own. */
    static BaseScores ofBases(Map<String, NpyArray> arrays, String path, Optional<String> oneHotPath) {
        if (oneHotPath.isPresent()) {
            throw new UserException("the scores are those of the bases already, so one-hot sequences are not needed")
                    .in(path)
                    .remedy("leave " + oneHotPath.get() + " out");
        }
        NpyArray scores = present(arrays, BASE_SCORES);
        if (scores.shape().length != 2) {
            throw wrongShape(scores, path, BASE_SCORES, "sequences x length");
        }
        return of(rows(scores), arrays, path);
    }

    /** The name of the array with the scores of letters. */
    static String letterArray(Set<String> names, String path) {
        return names.contains(FIRST) ? FIRST : only(names, path);
    }

    static LetterScores oneHot(String path) {
        Set<String> names = ScoreArrays.names(path);
        String name = names.contains(FIRST) ? FIRST : names.contains(ONE_HOT) ? ONE_HOT : only(names, path);
        return naming(path, () -> LetterScores.of(present(ScoreArrays.read(path, Set.of(name)), name), path, name));
    }

    /** An array that the names of the file promised. */
    static NpyArray present(Map<String, NpyArray> arrays, String name) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw changed();
        }
        return array;
    }

    /** The error of an array that was in the file a moment ago. */
    static UserException changed() {
        return new UserException("the file changed while it was read");
    }

    private static String only(Set<String> names, String path) {
        List<String> arrays = names.stream()
                .filter(name -> !name.equals(ONE_HOT) && !name.equals(IDS))
                .toList();
        if (arrays.size() != 1) {
            throw new UserException("the array with the scores cannot be recognized")
                    .in(path)
                    .expected("an array named base_scores or arr_0, or a single array")
                    .found(String.join(", ", names));
        }
        return arrays.getFirst();
    }

    static BaseScores of(List<float[]> maps, Map<String, NpyArray> arrays, String path) {
        return ofFinite(names(maps.size(), arrays, path), maps, path);
    }

    /** The names of the sequences of an archive: {@code ids}, or their numbers. */
    static List<String> names(int sequences, Map<String, NpyArray> arrays, String path) {
        NpyArray ids = arrays.get(IDS);
        List<String> names = ids == null
                ? IntStream.range(0, sequences).mapToObj(Integer::toString).toList()
                : List.of(ids.strings());
        if (names.size() != sequences) {
            throw new UserException("the array ids does not fit the scores")
                    .in(path)
                    .expected(sequences + " names")
                    .found(names.size() + "");
        }
        return names;
    }

    /**
     * The scores of sequences, all of which are numbers.
     *
     * @param source the file of the scores, or the model that computed them
     */
    static BaseScores ofFinite(List<String> names, List<float[]> maps, String source) {
        for (int i = 0; i < maps.size(); i++) {
            for (float score : maps.get(i)) {
                if (!Float.isFinite(score)) {
                    throw new UserException("a score is not a number")
                            .in(source)
                            .atRecord("sequence " + names.get(i))
                            .found(Float.toString(score))
                            .remedy("leave the sequence out");
                }
            }
        }
        return new BaseScores(names, maps);
    }

    private static List<float[]> rows(NpyArray array) {
        int length = array.shape()[1];
        float[] all = array.floats();
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < array.shape()[0]; i++) {
            rows.add(Arrays.copyOfRange(all, i * length, (i + 1) * length));
        }
        return rows;
    }

    static UserException wrongShape(NpyArray array, String path, String name, String expected) {
        return new UserException("the array " + name + " has another shape than scores have")
                .in(path)
                .expected(expected)
                .found(IntStream.of(array.shape()).mapToObj(Integer::toString).collect(Collectors.joining(" x ")));
    }
}

package org.expomotif.attribution.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.expomotif.io.hdf5.Hdf5Array;
import org.expomotif.io.hdf5.Hdf5File;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.run.UserException;

/**
 * The arrays of a file of scores: an .npz file, or an HDF5 file in the layout of chrombpnet's contributions, whose
 * arrays get the names of those of {@code attribute}: {@code shap/seq} (the scores of all four letters) is
 * {@code arr_0}, and {@code raw/seq} (the one-hot sequences) is {@code one_hot}. A file without {@code shap/seq} may
 * have {@code projected_shap/seq}, the scores of the letters of the sequence.
 */
final class ScoreArrays {
    private static final String HYPOTHETICAL = "shap/seq";
    private static final String ACTUAL = "projected_shap/seq";
    private static final String SEQUENCES = "raw/seq";

    private ScoreArrays() {}

    /** The names of the arrays, for a file that is read again afterwards. */
    static Set<String> names(String path) {
        return Hdf5File.isHdf5(path) ? places(path).keySet() : Npz.names(path);
    }

    /**
     * Reads some arrays.
     *
     * @param wanted the names of arrays to read; those that the file does not hold are not in the result
     */
    static Map<String, NpyArray> read(String path, Set<String> wanted) {
        if (!Hdf5File.isHdf5(path)) {
            return Npz.read(path, wanted);
        }
        Map<String, String> places = places(path);
        places.keySet().retainAll(wanted);
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        try (Hdf5File file = Hdf5File.open(path, Hdf5File.USUALLY_MAPPED)) {
            places.forEach((name, place) -> arrays.put(name, array(Hdf5Array.find(file, place))));
        }
        return arrays;
    }

    private static NpyArray array(Optional<Hdf5Array> found) {
        Hdf5Array array = found.orElseThrow(BaseScores::changed);
        int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
        return NpyArray.of(array.floats(), shape);
    }

    /** The arrays of a file that are known, by the names of {@code attribute}. */
    private static Map<String, String> places(String path) {
        Map<String, String> places = new LinkedHashMap<>();
        try (Hdf5File file = Hdf5File.open(path, Hdf5File.USUALLY_MAPPED)) {
            if (file.has(HYPOTHETICAL)) {
                places.put(BaseScores.FIRST, HYPOTHETICAL);
            } else if (file.has(ACTUAL)) {
                places.put(BaseScores.FIRST, ACTUAL);
            } else {
                throw new UserException("this HDF5 file does not have the scores of chrombpnet")
                        .in(path)
                        .expected("an array named " + HYPOTHETICAL + " or " + ACTUAL)
                        .found(String.join(", ", file.names()));
            }
            if (file.has(SEQUENCES)) {
                places.put(BaseScores.ONE_HOT, SEQUENCES);
            }
        }
        return places;
    }
}

package org.expomotif.attribution.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.run.UserException;

/**
 * The sequences of an archive of scores with their base scores and, where the file has them, the scores of all four
 * letters. The files are those that {@link BaseScores} reads.
 *
 * @param bases one score per base
 * @param codes the bases of each sequence, as codes of {@link Nucleotide}
 * @param letters the scores of the four letters at each base (hypothetical contributions); empty if letters that are
 *     not in the sequence have none
 */
public record SequenceScores(BaseScores bases, List<byte[]> codes, Optional<LetterScores> letters) {

    /**
     * Reads a file.
     *
     * @param path a file; it is read twice
     * @param oneHotPath a file of one-hot sequences, for a file that has none
     * @throws UserException when a file is not an .npz or HDF5 file, its arrays are not scores or do not fit each
     *     other, or the bases are not known
     */
    public static SequenceScores read(String path, Optional<String> oneHotPath) {
        return BaseScores.naming(path, () -> arrays(path, oneHotPath));
    }

    private static SequenceScores arrays(String path, Optional<String> oneHotPath) {
        Set<String> names = ScoreArrays.names(path);
        if (names.contains(BaseScores.BASE_SCORES)) {
            return ofAttribute(path, oneHotPath);
        }
        String name = BaseScores.letterArray(names, path);
        Map<String, NpyArray> arrays = ScoreArrays.read(path, Set.of(name, BaseScores.ONE_HOT, BaseScores.IDS));
        LetterScores scores = LetterScores.of(BaseScores.present(arrays, name), path, name);
        Optional<LetterScores> oneHot = oneHotPath
                .map(BaseScores::oneHot)
                .or(() -> Optional.ofNullable(arrays.get(BaseScores.ONE_HOT))
                        .map(array -> LetterScores.of(array, path, BaseScores.ONE_HOT)));
        List<float[]> maps = oneHot.map(scores::ofLetters).orElseGet(scores::ofOnlyLetters);
        List<byte[]> codes = oneHot.map(LetterScores::codes).orElseGet(scores::onlyLetters);
        return new SequenceScores(
                BaseScores.of(maps, arrays, path),
                codes,
                Optional.of(scores).filter(all -> all.scoresOtherLetters(codes)));
    }

    private static SequenceScores ofAttribute(String path, Optional<String> oneHotPath) {
        Map<String, NpyArray> arrays = ScoreArrays.read(
                path, Set.of(BaseScores.BASE_SCORES, BaseScores.IDS, BaseScores.ONE_HOT, BaseScores.FIRST));
        BaseScores bases = BaseScores.ofBases(arrays, path, oneHotPath);
        if (!arrays.containsKey(BaseScores.ONE_HOT)) {
            throw new UserException("the archive has no one-hot sequences")
                    .in(path)
                    .expected("an array named " + BaseScores.ONE_HOT);
        }
        LetterScores oneHot = LetterScores.of(BaseScores.present(arrays, BaseScores.ONE_HOT), path, BaseScores.ONE_HOT);
        List<byte[]> codes = oneHot.codes();
        Optional<LetterScores> letters = Optional.ofNullable(arrays.get(BaseScores.FIRST))
                .map(array -> LetterScores.of(array, path, BaseScores.FIRST));
        requireSize(bases, oneHot, BaseScores.ONE_HOT, path);
        letters.ifPresent(all -> requireSize(bases, all, BaseScores.FIRST, path));
        return new SequenceScores(bases, codes, letters.filter(all -> all.scoresOtherLetters(codes)));
    }

    private static void requireSize(BaseScores bases, LetterScores letters, String name, String path) {
        int sequences = bases.maps().size();
        int length = sequences == 0 ? letters.length() : bases.maps().getFirst().length;
        if (letters.sequences() != sequences || letters.length() != length) {
            throw new UserException("the array " + name + " does not fit the base scores")
                    .in(path)
                    .expected(sequences + " sequences of " + length + " bases")
                    .found(letters.sequences() + " of " + letters.length());
        }
    }
}

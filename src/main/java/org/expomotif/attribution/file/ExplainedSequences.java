package org.expomotif.attribution.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.hdf5.Hdf5File;
import org.expomotif.io.numpy.ArrayShards;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;

/**
 * The sequences of an archive of {@code attribute}, and how they were explained.
 *
 * @param sequences the sequences with their names; a base that was not A, C, G or T is N
 * @param settings the options of {@code attribute} that explain other sequences in the same way, as words like
 *     {@code --method=deepshap}; {@code --model} names the checksum of the model in place of its file
 */
public record ExplainedSequences(List<DnaSequence> sequences, List<String> settings) {
    /**
     * Reads an archive; empty if it is not one of {@code attribute} that has its settings.
     *
     * @param path an .npz or HDF5 file
     */
    public static Optional<ExplainedSequences> read(String path) {
        Set<String> wanted = Set.of(ArrayShards.SETTINGS, BaseScores.ONE_HOT, BaseScores.IDS);
        if (Hdf5File.isHdf5(path) || !Npz.names(path).containsAll(wanted)) {
            return Optional.empty();
        }
        return Optional.of(BaseScores.naming(path, () -> of(Npz.read(path, wanted), path)));
    }

    private static ExplainedSequences of(Map<String, NpyArray> arrays, String path) {
        List<String> settings =
                List.of(BaseScores.present(arrays, ArrayShards.SETTINGS).strings());
        List<byte[]> codes = LetterScores.of(BaseScores.present(arrays, BaseScores.ONE_HOT), path, BaseScores.ONE_HOT)
                .codes();
        List<String> names = BaseScores.names(codes.size(), arrays, path);
        List<DnaSequence> sequences = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            sequences.add(new DnaSequence(names.get(i), "", Nucleotide.letters(codes.get(i))));
        }
        return new ExplainedSequences(sequences, settings);
    }
}

package org.expomotif.mutated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.expomotif.dataset.hdf5.Hdf5Dataset;
import org.expomotif.run.Progress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HDF5 files with random faults. */
class MutatedHdf5Test {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"study.h5", "basset.h5", "deepsea.mat", "v110.h5", "compact.h5"})
    void files(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("test-data/hdf5", name));
        new Mutation(folder).of(whole, this::read);
    }

    private void read(String file) {
        Hdf5Dataset.write(List.of(file), Optional.empty(), folder, Progress.NONE);
    }
}

package org.expomotif.io.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that Blosc compressed, by hdf5plugin ({@code test-data/hdf5/make.py}). */
class Hdf5ArrayTest {
    private static final String FILE = "test-data/hdf5/blosc.h5";

    private static float[] numbers(int rows) {
        float[] numbers = new float[200 * rows];
        for (int i = 0; i < numbers.length; i++) {
            int j = i % 5003;
            numbers[i] = (j * j * 31 + j * 17) % 997 - 400;
        }
        return numbers;
    }

    private static float[] read(String name) {
        try (Hdf5File file = Hdf5File.open(FILE, Hdf5File.USUALLY_MAPPED)) {
            return Hdf5Array.find(file, name).orElseThrow().floats();
        }
    }

    @ParameterizedTest
    @CsvSource({"far, 80", "shuffled, 20", "lz4, 20", "zlib, 20"})
    void framesOfBloscAreDecompressed(String name, int rows) {
        assertThat(read(name)).containsExactly(numbers(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "bits"})
    void otherFramesOfBloscAreRefused(String name) {
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(name))
                .withMessageContaining(FILE)
                .withMessageContaining("BloscLZ, LZ4 or zlib");
    }

    @Test
    void arraysAreFoundByTheirPaths() {
        try (Hdf5File file = Hdf5File.open(FILE, Hdf5File.USUALLY_MAPPED)) {
            assertThat(file.has("lz4")).isTrue();
            assertThat(file.has("lz4/deeper")).isFalse();
            assertThat(file.has("")).isFalse();
            assertThat(Hdf5Array.find(file, "none")).isEmpty();
        }
    }
}

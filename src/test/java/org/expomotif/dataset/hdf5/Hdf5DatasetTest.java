package org.expomotif.dataset.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Split;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that {@code test-data/hdf5/make.py} makes with h5py: every layout gives the same rows. */
class Hdf5DatasetTest {
    private static final Path DATA = Path.of("test-data/hdf5");
    private static final int LENGTH = 21;

    /** The usual ones; no mapped file; slices of a few samples in whole chunks; slices of a part of a chunk. */
    private static final List<Limits> LIMITS = List.of(
            Limits.USUAL,
            new Limits(0, 1 << 24, 1 << 28),
            new Limits(Integer.MAX_VALUE, 700, 1 << 20),
            new Limits(0, 90, 1400));

    private static final List<Split> ORDER = List.of(Split.TRAIN, Split.VALID, Split.TEST);
    private static final List<Integer> SIZES = List.of(12, 5, 7);

    @TempDir
    private Path folder;

    private Hdf5Summary write(Limits limits, String... files) {
        return Hdf5Dataset.write(
                        Arrays.stream(files)
                                .map(file -> DATA.resolve(file).toString())
                                .toList(),
                        Optional.empty(),
                        folder,
                        Progress.NONE,
                        limits)
                .summary();
    }

    private Hdf5Summary write(String... files) {
        return write(Limits.USUAL, files);
    }

    private String output(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The sequences of splits by the rule of make.py, as FASTA. */
    private static String fasta(Split... splits) {
        StringBuilder text = new StringBuilder();
        for (Split split : splits) {
            for (int i = 0; i < SIZES.get(ORDER.indexOf(split)); i++) {
                text.append('>').append(split.word()).append('_').append(i).append('\n');
                for (int p = 0; p < LENGTH; p++) {
                    text.append("ACGTN".charAt((7 * i + p * p + 3 * ORDER.indexOf(split)) % 5));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** The labels of splits by the rule of make.py, as a table. */
    private static String labels(List<String> classes, boolean missing, Split... splits) {
        StringBuilder text = new StringBuilder("id\tsplit\t" + String.join("\t", classes) + "\n");
        for (Split split : splits) {
            for (int i = 0; i < SIZES.get(ORDER.indexOf(split)); i++) {
                text.append(split.word()).append('_').append(i).append('\t').append(split.word());
                for (int c = 0; c < classes.size(); c++) {
                    int label = (i + 2 * c + ORDER.indexOf(split)) % 3 == 0 ? 1 : 0;
                    text.append('\t').append(missing && i == 3 && c == 2 ? "NA" : Integer.toString(label));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "study.h5, N x L x 4, class1;class2;class3",
        "basset.h5, N x 4 x 1 x L, 8988T;AoSMC;8988T-2",
        "deepsea.mat, L x 4 x N, class1;class2;class3",
        "v110.h5, N x 4 x L, a;b_c;d",
        "other_order.h5, 4 x L x N, class1;class2;class3"
    })
    void everyLayoutGivesTheSameRows(String file, String axes, String classes) {
        List<String> names = List.of(classes.split(";"));
        for (Limits limits : LIMITS) {
            Hdf5Summary summary = write(limits, file);
            assertThat(output("sequences.fa")).isEqualTo(fasta(Split.values()));
            assertThat(output("labels.tsv")).isEqualTo(labels(names, file.equals("study.h5"), Split.values()));
            assertThat(summary.classes()).isEqualTo(names);
            assertThat(summary.splits()).allMatch(split -> split.axes().equals(axes));
        }
    }

    /** Twelve sequences of twelve bases. */
    @ParameterizedTest
    @CsvSource({"square.h5, N x 4 x L", "square.mat, L x 4 x N"})
    void theMarkOfMatlabDecidesWhereShapesDoNot(String file, String axes) {
        Hdf5Summary summary = write(file);
        assertThat(summary.splits().getFirst().axes()).isEqualTo(axes);
        assertThat(output("sequences.fa"))
                .isEqualTo(fasta(Split.TRAIN).replaceAll("(?m)^([ACGTN]{12})[ACGTN]*$", "$1"));
        assertThat(output("labels.tsv")).isEqualTo(labels(List.of("class1"), false, Split.TRAIN));
    }

    @Test
    void labelsOfOneAxisAreOneClass() {
        Hdf5Summary summary = write("compact.h5");
        assertThat(output("sequences.fa")).isEqualTo(fasta(Split.TRAIN, Split.VALID));
        assertThat(output("labels.tsv")).isEqualTo(labels(List.of("class1"), false, Split.TRAIN, Split.VALID));
        assertThat(summary.notes()).contains("warning: no sequences for test");
    }

    @Test
    void splitsMayLieInSeveralFiles() {
        Hdf5Summary summary = write("test_only.h5");
        assertThat(summary.notes())
                .contains("warning: no sequences for train and valid; the command train needs train and valid");
        assertThat(output("labels.tsv")).isEqualTo(labels(List.of("p", "q", "r"), false, Split.TEST));
        UserException twice = catchThrowableOfType(UserException.class, () -> write("study.h5", "test_only.h5"));
        assertThat(twice)
                .hasMessage("test-data/hdf5/test_only.h5, X_test: the split test is there twice: found X_test of"
                        + " test-data/hdf5/study.h5, too; give each split once");
    }

    @Test
    void theRowsAreReadByTrainAndCounted() {
        Hdf5Summary summary = write("study.h5");
        LabelledSequences read = LabelledSequences.read(
                folder.resolve("sequences.fa").toString(),
                folder.resolve("labels.tsv").toString(),
                Warnings.NONE);
        assertThat(read.length()).isEqualTo(LENGTH);
        assertThat(read.of(Split.TRAIN).size()).isEqualTo(12);
        Hdf5Summary.SplitCounts train = summary.splits().getFirst();
        assertThat(train.classes()).isEqualTo(Map.of("class1", 4L, "class2", 4L, "class3", 4L));
        // Each i has one class with (i + 2 c) mod 3 = 0; of sequence 3 it is class 1.
        assertThat(train.positives()).isEqualTo(12);
        assertThat(train.unlabelled()).isEqualTo(1);
        long withN = fasta(Split.TRAIN)
                .lines()
                .filter(line -> !line.startsWith(">") && line.contains("N"))
                .count();
        assertThat(train.unknown()).isEqualTo(withN).isPositive();
    }

    @Test
    void givenNamesTakeThePlaceOfThoseInTheFile() {
        List<String> basset = List.of(DATA.resolve("basset.h5").toString());
        Hdf5Dataset.write(basset, Optional.of(List.of("x", "y", "z")), folder, Progress.NONE);
        assertThat(output("labels.tsv")).startsWith("id\tsplit\tx\ty\tz\n");
        UserException few = catchThrowableOfType(
                UserException.class, () -> Hdf5Dataset.write(basset, Optional.of(List.of("x")), folder, Progress.NONE));
        assertThat(few)
                .hasMessage("test-data/hdf5/basset.h5, train_out: the number of names in --classes differs from that of"
                        + " the classes: expected 3 names, found 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "half.h5 | X_train[7, :, 16]: these are not the numbers of a base: expected one 1 and three 0, or four 0"
                        + " or four 0.25 for an unknown base, found 0.5, 0.5, 0, 0",
                "two.h5 | X_train[2, 5, :]: these are not the numbers of a base: expected one 1 and three 0, or four 0"
                        + " or four 0.25 for an unknown base, found 1, 0, 0, 1",
                "label.h5 | Y_train[4, 1]: this is not a label: expected 0, 1 or NaN, found -1",
                "no_labels.h5 | X_train: these sequences have no labels: expected an array Y_train beside X_train",
                "no_sequences.h5 | Y_train: these labels have no sequences: expected an array X_train beside Y_train",
                "short_labels.h5 | X_train: the shape does not fit that of the labels: expected an axis of length 4 for"
                        + " A, C, G and T, and one row of labels per sequence, found sequences of 12 x 4 x 21 and labels"
                        + " (Y_train) of 11 x 3",
                "five.h5 | X_train: the shape does not fit that of the labels: expected an axis of length 4 for A, C, G"
                        + " and T, and one row of labels per sequence, found sequences of 12 x 5 x 21 and labels"
                        + " (Y_train) of 12 x 3",
                "flat.h5 | X_train: this is not an array of one-hot sequences: expected three axes, such as N x 4 x L or"
                        + " N x L x 4, or four as in N x 4 x 1 x L, found a shape of 12 x 84",
                "four.h5 | X_train: the order of the axes is not clear: expected one axis of length 4, found a shape of"
                        + " 12 x 4 x 4",
                "text.h5 | X_train: the array does not hold numbers: expected whole numbers, floating point numbers or"
                        + " booleans, found StringData",
                "lengths.h5 | X_valid: the splits have sequences of different lengths: expected 21 bases as in X_train,"
                        + " found 22 bases",
                "classes.h5 | Y_valid: the splits have different numbers of classes: expected 3 classes as in Y_train,"
                        + " found 2",
                "names.h5 | target_labels: these are not the names of the classes: expected 3 texts; give the names with"
                        + " --classes",
                "number_names.h5 | target_labels: these are not the names of the classes: expected 3 texts; give the"
                        + " names with --classes",
                "external_link.h5 | X_train: this is a link, and links are not followed; write the array itself into the"
                        + " file",
                "soft_link.h5 | X_train: this is a link, and links are not followed; write the array itself into the"
                        + " file",
                "group.h5 | X_train: this is a group, not an array",
                "never_written.h5 | X_train: the array was never written, or lies in another file",
                "no_rows.h5 | X_train: the array is empty",
                "huge.h5 | X_train: the array is larger than the file: found a shape of 1000000000000 x 4 x 1000 in 2192"
                        + " bytes; the file was cut or is damaged; get it again",
                "overflow.h5 | X_train: the array is larger than the file: found a shape of 1099511627776 x 4 x 4194304"
                        + " in 2192 bytes; the file was cut or is damaged; get it again"
            })
    void faultsAreNamedWithFileArrayAndIndex(String file, String message) {
        UserException fault = catchThrowableOfType(UserException.class, () -> write(file));
        assertThat(fault).hasMessage("test-data/hdf5/" + file + ", " + message);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "missing_chunk.h5, 'No chunk with offset [4, 0, 0] in dataset: /X_train'",
        "external_storage.h5, Encountered External Data Files Message",
        "virtual.h5, Virtual storage is not supported",
        "filter.h5, A required filter is not available: name='scaleoffset' id=6",
        "make.py, No valid HDF5 signature found"
    })
    void whatTheLibraryCannotReadIsNoFaultOfTheProgram(String file, String reason) {
        UserException fault = catchThrowableOfType(UserException.class, () -> write(file));
        assertThat(fault)
                .hasMessageStartingWith("test-data/hdf5/" + file
                        + ": the file is not HDF5, is damaged, or has a part that cannot be read: found ")
                .hasMessageContaining(reason);
    }

    @Test
    void aFileWithoutKnownNamesIsRefused() {
        UserException empty = catchThrowableOfType(UserException.class, () -> write("empty.h5"));
        assertThat(empty).hasMessageContaining("found nothing; rename the arrays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"study.h5", "basset.h5", "deepsea.mat", "v110.h5", "other_order.h5"})
    void aFileThatWasCutIsAnError(String file) throws IOException {
        byte[] whole = Files.readAllBytes(DATA.resolve(file));
        Path cut = folder.resolve("cut");
        for (int length : new int[] {0, 8, 600, whole.length / 2, whole.length * 3 / 4, whole.length - 30}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            for (Limits limits : LIMITS) {
                UserException fault = catchThrowableOfType(
                        UserException.class,
                        () -> Hdf5Dataset.write(
                                List.of(cut.toString()), Optional.empty(), folder, Progress.NONE, limits));
                assertThat(fault).as("%d bytes", length).hasMessageStartingWith(cut.toString());
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(cut);
        }
    }

    @Test
    void otherFilesAreNamed() throws IOException {
        List<String> messages = new ArrayList<>();
        Path other = folder.resolve("other");
        for (String start : List.of("MATLAB 5.0 MAT-file, Platform", "\u001f\u008b\b")) {
            Files.write(other, start.getBytes(StandardCharsets.ISO_8859_1));
            messages.add(catchThrowableOfType(
                            UserException.class,
                            () -> Hdf5Dataset.write(List.of(other.toString()), Optional.empty(), folder, Progress.NONE))
                    .getMessage());
        }
        assertThat(messages)
                .containsExactly(
                        other + ": this is a MATLAB file of version 5, not HDF5; save it in MATLAB with -v7.3, or"
                                + " convert it to HDF5",
                        other
                                + ": this is a gzip file, and HDF5 cannot be read from one; decompress it first (gunzip)");
    }
}

package org.expomotif.io.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of checks in docs/formats.md: the same broken sequences through every reader. */
class SequenceChecksTest {
    private static final List<String> LETTERS = List.of("ACGTACGTAC", "GGGGTTTTCC");

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    /** The readers of sequences. */
    enum Reader {
        FASTA,
        GENBANK,
        TWO_BIT,
        INDEX;

        byte[] file(List<String> names, List<String> letters) {
            if (this == TWO_BIT) {
                return TwoBitBytes.of(names, letters, ByteOrder.LITTLE_ENDIAN);
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < names.size(); i++) {
                text.append(
                        this == GENBANK
                                ? "LOCUS       L 10 bp DNA\nVERSION     %s\nORIGIN\n        1 %s\n//\n"
                                        .formatted(names.get(i), letters.get(i))
                                : ">%s\n%s\n".formatted(names.get(i), letters.get(i)));
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        /** The contents of an index of these sequences. */
        String index(List<String> names) {
            int first = names.get(0).length() + 2;
            int second = first + 11 + names.get(1).length() + 2;
            return names.get(0) + "\t10\t" + first + "\t10\t11\n" + names.get(1) + "\t10\t" + second + "\t10\t11\n";
        }
    }

    private String write(Reader reader, List<String> names, List<String> letters) throws IOException {
        Path path = Files.write(folder.resolve("in"), reader.file(names, letters));
        if (reader == Reader.INDEX) {
            Files.writeString(folder.resolve("in.fai"), reader.index(names));
        }
        return path.toString();
    }

    /** Reads all letters, of an indexed file part by part. */
    private void read(Reader reader, String path) {
        if (reader != Reader.INDEX) {
            SequenceFile.forEach(path, RepeatedNames.REFUSED, warnings::add, sequence -> {});
            return;
        }
        IndexedSequences.open(path, warnings::add)
                .ifPresentOrElse(
                        sequences -> {
                            try (sequences) {
                                sequences.names().forEach(name -> sequences.letters(name, 0, sequences.length(name)));
                            }
                        },
                        () -> SequenceFile.forEach(path, RepeatedNames.REFUSED, warnings::add, sequence -> {}));
    }

    private void assertRejected(Reader reader, List<String> names, List<String> letters, String message)
            throws IOException {
        String path = write(reader, names, letters);
        assertThatThrownBy(() -> read(reader, path))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(path)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource
    void wholeFilesAreRead(Reader reader) throws IOException {
        read(reader, write(reader, List.of("a", "b"), LETTERS));
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNameTwice(Reader reader) throws IOException {
        assertRejected(reader, List.of("a", "a"), LETTERS, "two sequences have the same name: found \"a\" here and ");
        if (reader == Reader.INDEX) {
            assertThat(warnings.getFirst())
                    .contains("in.fai, line 2: two sequences have the same name: found \"a\" here and in line 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameWithAControlCharacter(Reader reader) throws IOException {
        String message = "the name of the sequence holds a blank or a control character";
        assertRejected(reader, List.of("a", "b\u0001c"), LETTERS, message);
        if (reader == Reader.INDEX) {
            assertThat(warnings.getFirst()).contains("in.fai, line 2: " + message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noName(Reader reader) throws IOException {
        if (reader == Reader.GENBANK) {
            Files.writeString(folder.resolve("in"), "LOCUS\nORIGIN\n        1 acgt\n//\n");
            assertThatThrownBy(() -> read(reader, folder.resolve("in").toString()))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("in, line 1: the record has no name");
            return;
        }
        assertRejected(reader, List.of("a", ""), LETTERS, "the sequence has no name");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TWO_BIT")
    void aLetterOfProteins(Reader reader) throws IOException {
        assertRejected(
                reader,
                List.of("a", "b"),
                List.of("ACGTACGTAC", "GGGGTLTTCC"),
                "the sequence is not DNA: expected the letters A C G T (U) or IUPAC codes, found 'L'");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FASTA")
    void aTruncatedFile(Reader reader) throws IOException {
        String path = write(reader, List.of("a", "b"), LETTERS);
        byte[] whole = Files.readAllBytes(Path.of(path));
        Files.write(Path.of(path), Arrays.copyOf(whole, whole.length - 3));
        if (reader == Reader.INDEX) {
            read(reader, path);
            assertThat(warnings.getFirst()).contains("sequence b: the index does not fit the file: expected an end");
            return;
        }
        assertThatThrownBy(() -> read(reader, path))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ends early");
    }
}

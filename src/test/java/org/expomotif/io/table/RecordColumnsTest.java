package org.expomotif.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordColumnsTest {
    enum Strand {
        PLUS,
        MINUS
    }

    record Every(
            String text,
            int whole,
            long large,
            double number,
            @TsvColumn(value = "single", digits = 3) float other,
            boolean truth,
            char letter,
            Strand strand) {}

    record Positive(int n) {
        Positive {
            if (n < 0) {
                throw new UserException("n is negative");
            }
        }
    }

    record Broken(int n) {
        Broken {
            sneak(n);
        }

        @SuppressWarnings("unchecked")
        private static <E extends Exception> void sneak(int n) throws E {
            throw (E) new IOException("n is " + n);
        }
    }

    record Unfit(List<String> texts) {}

    private static final RecordColumns<Every> COLUMNS = new RecordColumns<>(Every.class);

    @TempDir
    private Path folder;

    @Test
    void theComponentsAreTheColumns() {
        assertThat(COLUMNS.headers())
                .containsExactly("text", "whole", "large", "number", "single", "truth", "letter", "strand");
        assertThat(COLUMNS.digits()).containsExactly(6, 6, 6, 6, 3, 6, 6, 6);
        assertThat(COLUMNS.components()).hasSize(8);
        assertThatThrownBy(() -> new RecordColumns<>(Unfit.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no column can hold a interface java.util.List");
    }

    @Test
    void cellsAreParsedByTheTypeOfTheirColumn() {
        assertThat(COLUMNS.parse("a", 0)).isEqualTo("a");
        assertThat(COLUMNS.parse("-5", 1)).isEqualTo(-5);
        assertThat(COLUMNS.parse("1099511627776", 2)).isEqualTo(1L << 40);
        assertThat(COLUMNS.parse("2.5", 3)).isEqualTo(2.5);
        assertThat(COLUMNS.parse("NA", 3)).isEqualTo(Double.NaN);
        assertThat(COLUMNS.parse("2.5", 4)).isEqualTo(2.5f);
        assertThat(COLUMNS.parse("NA", 4)).isEqualTo(Float.NaN);
        assertThat(COLUMNS.parse("true", 5)).isEqualTo(true);
        assertThat(COLUMNS.parse("false", 5)).isEqualTo(false);
        assertThat(COLUMNS.parse("+", 6)).isEqualTo('+');
        assertThat(COLUMNS.parse("Minus", 7)).isEqualTo(Strand.MINUS);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.5", "1, 2147483648", "2, x", "3, na", "4, x", "5, yes", "5, TRUE", "6, ab", "6, ''", "7, both"})
    void otherCellsAreNotParsed(int column, String text) {
        assertThat(COLUMNS.parse(text, column)).isNull();
    }

    @Test
    void theExpectedCellsAreNamed() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7).stream().map(COLUMNS::expected))
                .containsExactly(
                        "a whole number",
                        "a whole number",
                        "a number or NA",
                        "a number or NA",
                        "true or false",
                        "one character",
                        "one of [plus, minus]");
    }

    @Test
    void anErrorOfTheRecordIsPassedOn() {
        RecordColumns<Positive> columns = new RecordColumns<>(Positive.class);
        assertThat(columns.create(new Object[] {3})).isEqualTo(new Positive(3));
        assertThatThrownBy(() -> columns.create(new Object[] {-3}))
                .isInstanceOf(UserException.class)
                .hasMessage("n is negative");
        assertThatThrownBy(() -> new RecordColumns<>(Broken.class).create(new Object[] {3}))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("n is 3");
    }

    @Test
    void everyTypeIsWrittenAndReadBack() throws IOException {
        List<Every> rows = List.of(
                new Every("a", -1, 1L << 40, 0.25, 1.5f, true, '+', Strand.PLUS),
                new Every("b", 2, -5, Double.NaN, Float.NaN, false, '-', Strand.MINUS));
        Path table = folder.resolve("t.tsv");
        TsvWriter.write(table.toString(), Every.class, Provenance.of(List.of()), rows);
        assertThat(Files.readString(table)).isEqualTo("""
                text\twhole\tlarge\tnumber\tsingle\ttruth\tletter\tstrand
                a\t-1\t1099511627776\t0.25\t1.5\ttrue\t+\tplus
                b\t2\t-5\tNA\tNA\tfalse\t-\tminus
                """);
        assertThat(TsvReader.readAll(table.toString(), Every.class)).isEqualTo(rows);
    }

    record Cell(String text, @TsvColumn(digits = 0) float exact) {}

    /** The text of a table is held in a buffer of 4,096 bytes that grows. */
    @Test
    void rowsOfAnyLengthAreWritten() throws IOException {
        Path table = folder.resolve("t.tsv");
        for (int length : new int[] {0, 1, 4_088, 4_089, 4_090, 4_091, 4_092, 4_093, 4_094, 4_095, 4_096, 20_000}) {
            String text = "x".repeat(length);
            TsvWriter.write(
                    table.toString(),
                    Cell.class,
                    Provenance.of(List.of()),
                    List.of(new Cell(text, 0.1f), new Cell("a\rb\nc\td", 1e10f)));
            assertThat(Files.readString(table)).isEqualTo("text\texact\n" + text + "\t0.1\na b c d\t" + 1e10f + "\n");
        }
    }

    record Numbered(String text, double number) {}

    @Test
    void aNumberMayBeAnywhereInTheBuffer() throws IOException {
        Path table = folder.resolve("t.tsv");
        for (int length = 4_030; length <= 4_096; length++) {
            String text = "x".repeat(length);
            TsvWriter.write(
                    table.toString(),
                    Numbered.class,
                    Provenance.of(List.of()),
                    List.of(new Numbered(text, -1.25e-100)));
            assertThat(Files.readString(table)).isEqualTo("text\tnumber\n" + text + "\t-1.25e-100\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ta", "\na", "\ra", "a\t", "a\n", "a\r"})
    void tabsAndLineEndsInATextBecomeBlanks(String text) throws IOException {
        Path table = folder.resolve("t.tsv");
        TsvWriter.write(table.toString(), Cell.class, Provenance.of(List.of()), List.of(new Cell(text, 1)));
        assertThat(Files.readString(table)).isEqualTo("text\texact\n" + text.replaceAll("[\t\n\r]", " ") + "\t1.0\n");
    }

    @Test
    void aLaterRowThatWouldBeACommentIsRefused() {
        String table = folder.resolve("t.tsv").toString();
        List<Cell> rows = List.of(new Cell("a", 1), new Cell("#b", 2), new Cell("", 3));
        for (int threads : new int[] {1, 2}) {
            assertThatThrownBy(() -> TsvWriter.write(table, Cell.class, Provenance.of(List.of()), rows, threads))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("found \"#b\"");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowsAreConvertedByAsManyThreadsAsAreUseful() throws IOException {
        List<Positive> rows = IntStream.range(0, 2500).mapToObj(Positive::new).toList();
        for (int count : new int[] {0, 1, 999, 1000, 1999, 2000, 2500}) {
            Path table = folder.resolve("t.tsv");
            TsvWriter.write(table.toString(), Positive.class, Provenance.of(List.of("end")), rows.subList(0, count), 3);
            assertThat(TsvReader.readAll(table.toString(), Positive.class)).isEqualTo(rows.subList(0, count));
            assertThat(Files.readString(table)).endsWith("# end\n");
        }
    }

    @Test
    void aControlCharacterInATextIsRefused() throws IOException {
        Path table = Files.writeString(folder.resolve("t.tsv"), "text\texact\na\u0007\t1\n");
        assertThatThrownBy(() -> TsvReader.readAll(table.toString(), Cell.class))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(table + ", line 2: the column text holds a control character: found");
    }
}

package org.expomotif.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.expomotif.testing.Dna.sequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @TempDir
    Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("labels.tsv"), text).toString();
    }

    @Test
    void readsWhatItWrites() throws IOException {
        Labels labels = new Labels(
                List.of("SP1", "MAX"),
                List.of(
                        new Labels.Row("s1", Split.TRAIN, new float[] {0, 1}),
                        new Labels.Row("s2", Split.TEST, new float[] {Float.NaN, 1})));
        String path = folder.resolve("out.tsv").toString();
        labels.write(path);
        assertThat(Files.readString(Path.of(path)))
                .isEqualTo("id\tsplit\tSP1\tMAX\ns1\ttrain\t0\t1\ns2\ttest\tNA\t1\n");
        Labels read = Labels.read(path);
        assertThat(read.classes()).containsExactly("SP1", "MAX");
        assertThat(read.rows().get(1).values()).containsExactly(Float.NaN, 1f);
        assertThat(read.of(Split.TRAIN)).extracting(Labels.Row::id).containsExactly("s1");
        assertThat(read.of(Split.VALID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|labels.tsv: the file holds no labels: expected a header",
                "'id,split,A~'|labels.tsv, line 1: the header is not that of a table of labels",
                "'name;split;A~s1;train;1~'|line 1: the header is not that of a table of labels",
                "'id;split~s1;train~'|line 1: the header is not that of a table of labels",
                "'id;split;A;A~s1;train;1;0~'|line 1: the classes need names of their own: found \"A\" twice",
                "'id;split;A~'|the file holds no labels: expected one row per sequence under the header, found only the header",
                "'# made by x~id;split;A~s1;train~'|line 3: the number of columns differs from the header: expected 3 tab-separated columns, found 2",
                "'id;split;A~s1;training;1~'|line 2: the split is unknown: expected train, valid or test, found \"training\"",
                "'id;split;A~s1;train;bound~'|line 2: the label of class A is not a label: expected 0, 1 or NA, found \"bound\"",
                "'id;split;A~s1;train;2~'|line 2: the label of class A is not a label: expected 0, 1 or NA, found \"2\"",
                "'id;split;A~s1;train;1~~s1;test;0~'|line 4: two rows have the same id: found \"s1\" here and in line 2",
            })
    void rejectsWithFileAndLine(String text, String message) throws IOException {
        String path = file(text.replace('~', '\n').replace(';', '\t'));
        assertThatThrownBy(() -> Labels.read(path))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("labels.tsv")
                .hasMessageContaining(message);
    }

    @Test
    void matchesSequencesInTheOrderOfRowsAndNamesUnmatchedOnes() throws IOException {
        Labels labels = Labels.read(file("id\tsplit\tA\nb\ttrain\t1\na\ttest\t0\n"));
        List<DnaSequence> both = List.of(sequence("a", "A"), sequence("b", "A"));
        assertThat(labels.match(both, "s.fa", "l.tsv"))
                .extracting(DnaSequence::name)
                .containsExactly("b", "a");
        assertThatThrownBy(() -> labels.match(List.of(sequence("a", "A")), "s.fa", "l.tsv"))
                .hasMessage("l.tsv: labels without a sequence in s.fa: expected every id to be the name of a sequence,"
                        + " found 1 of 2 ids unmatched (b); give the sequences and the labels of one data set");
        List<DnaSequence> more = List.of(
                sequence("a", "A"),
                sequence("b", "A"),
                sequence("x1", "A"),
                sequence("x2", "A"),
                sequence("x3", "A"),
                sequence("x4", "A"));
        assertThatThrownBy(() -> labels.match(more, "s.fa", "l.tsv"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("s.fa: sequences without a label in l.tsv")
                .hasMessageContaining("found 4 of 6 names unmatched (x1, x2, x3, ...)");
    }
}

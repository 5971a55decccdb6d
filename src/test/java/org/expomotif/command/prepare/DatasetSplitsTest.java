package org.expomotif.command.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dataset.Split;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;

/** The splits of a data set: folds, and near-duplicates across splits. */
class DatasetSplitsTest extends DatasetFixture {
    @Test
    void foldsHaveATableEachAndAreRead() throws IOException {
        writeLarger();
        dataset("--positives @/P.bed --length 60 --folds 3");
        assertThat(folder.resolve("d/labels.tsv")).doesNotExist();
        for (int fold = 1; fold <= 3; fold++) {
            LabelledSequences read = LabelledSequences.read(
                    folder + "/d/sequences.fa", folder + "/d/labels." + fold + ".tsv", Warnings.NONE);
            assertThat(read.classes()).containsExactly("P");
            for (Split split : Split.values()) {
                assertThat(read.require(split).count(0, 1)).isPositive();
                assertThat(read.require(split).count(0, 0)).isPositive();
                assertThat(summary()
                                .get("divisions")
                                .get(fold - 1)
                                .get("sequences")
                                .get(split.word())
                                .asInt())
                        .isEqualTo(read.of(split).size());
            }
        }
    }

    @Test
    void nearDuplicatesAcrossSplitsAreListedAndDropped() throws IOException {
        String shared = bases(9, 100);
        write(
                "g.fa",
                ">chr1\n" + bases(1, 300) + shared + bases(2, 300) + "\n>chr2\n" + bases(3, 100) + shared
                        + bases(4, 300) + "\n");
        write("P.bed", "chr1\t300\t400\tfirst\nchr2\t100\t200\tsecond\nchr2\t300\t400\tthird\n");
        String options = "--positives @/P.bed --length 100 --negatives none --test-chromosomes chr2";
        assertThat(dataset(options).err()).contains("1 sequence shares at least half of the 31-mers");
        assertThat(lines("leaks.tsv"))
                .containsExactly("id\tsplit\tother\tother_split\tshare", "second\ttest\tfirst\ttrain\t1");
        assertThat(lines("labels.tsv")).hasSize(4);
        dataset(options + " --drop-leaks");
        assertThat(lines("labels.tsv")).containsExactly("id\tsplit\tP", "first\ttrain\t1", "third\ttest\t1");
        assertThat(lines("dropped.tsv"))
                .contains("second::chr2:100-200\tP.bed\t2\tshares 100% of its 31-mers with first (train)");
        assertThat(summary().get("leaks").get("dropped").asInt()).isEqualTo(1);
    }
}

package org.expomotif.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.io.shard.Shard;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableShardsTest {
    @TempDir
    private Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String write(String name, Provenance provenance, List<String> columns, String... rows) {
        try (TableOutput table = TableOutput.open(path(name), columns, provenance)) {
            for (String row : rows) {
                table.row(row);
            }
            table.commit();
        }
        return path(name);
    }

    private String part(int number, int count, String... rows) {
        Provenance provenance = Provenance.of(List.of("made", new Shard(number, count).comment()));
        return write("part" + number, provenance, List.of("id", "score"), rows);
    }

    @Test
    void aPartHasItsCommentsFirstAndAnEnd() throws IOException {
        assertThat(Files.readString(Path.of(part(1, 2, "a\t1")))).isEqualTo("""
                # made
                # part 1 of 2; expomotif merge puts the parts together
                id\tscore
                a\t1
                # end of the part
                """);
    }

    @Test
    void theMergedTableIsThatOfAnUndividedRun() {
        String whole = write("whole", Provenance.of(List.of("made")), List.of("id", "score"), "a\t1", "b\t2", "c\t3");
        String second = part(2, 3);
        String third = part(3, 3, "c\t3");
        TableShards shards = TableShards.of(List.of(third, part(1, 3, "a\t1", "b\t2"), second));
        assertThat(shards.header()).isEqualTo("id\tscore");
        assertThat(shards.comments()).containsExactly("made");
        assertThat(shards.files()).containsExactly(path("part1"), second, third);
        shards.write(path("merged"));
        assertThat(folder.resolve("merged")).hasSameBinaryContentAs(Path.of(whole));
    }

    @Test
    void onlyAPartOfATableOfSequencesIsOne() throws IOException {
        assertThat(TableShards.isShard(part(1, 2))).isTrue();
        assertThat(TableShards.isShard(write("whole", Provenance.of(List.of("made")), List.of("id", "score"))))
                .isFalse();
        Provenance other = Provenance.of(List.of(new Shard(1, 2).comment()));
        assertThat(TableShards.isShard(write("other", other, List.of("motif", "id"))))
                .isFalse();
        Path cut = Files.writeString(folder.resolve("cut"), "# " + new Shard(1, 2).comment() + "\n");
        assertThat(TableShards.isShard(cut.toString())).isFalse();
        Path empty = Files.writeString(folder.resolve("empty"), "");
        assertThat(TableShards.isShard(empty.toString())).isFalse();
    }

    @Test
    void aFileThatIsNotAPartIsRefused() {
        String whole = write("whole", Provenance.of(List.of("made")), List.of("id", "score"));
        assertThatThrownBy(() -> TableShards.of(List.of(whole)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(whole + ": the file is not a shard of an attribution");
    }

    @Test
    void aPartThatEndsEarlyIsRefused() throws IOException {
        Path part = Path.of(part(1, 1, "a\t1"));
        String text = Files.readString(part);
        for (String cut : List.of(text.replace("# end of the part\n", ""), text.replace("of the part", ""))) {
            Files.writeString(part, cut);
            TableShards shards = TableShards.of(List.of(part.toString()));
            assertThatThrownBy(() -> shards.write(path("merged")))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith(part + ": the shard is damaged (it ends early)");
        }
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void aRowThatWouldBeACommentIsRefused() {
        Provenance made = Provenance.of(List.of("made"));
        assertThatThrownBy(() -> write("t", made, List.of("id", "score"), "#a\t1"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("found \"#a\"");
        assertThatThrownBy(() -> write("t", made, List.of("id"), "#a"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("found \"#a\"");
    }
}

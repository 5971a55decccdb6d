package org.expomotif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.expomotif.compare.MotifMatch;
import org.expomotif.dataset.Labels;
import org.expomotif.io.numpy.ArrayShards;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.table.TsvReader;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedLine;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rule of docs/formats.md: no reader takes a name with a control character. Readers of sequences have the same test
 * in {@code SequenceChecksTest}, classes of models in {@code ArrayChecksTest}.
 */
class ControlCharactersTest {
    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("in"), text).toString();
    }

    private static void refuses(Runnable reading, String message) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContainPattern("\\p{Cc}");
    }

    @ParameterizedTest
    @CsvSource({
        "write_meme.meme, MOTIF CACG",
        "meme_full.txt, MEME-1",
        "dreme.txt, DREME-1",
        "jaspar_new.jaspar, MA0001.1",
        "jaspar_new.jaspar, ONE",
        "known.homer, One/ChIP-Seq/Homer",
        "clusterbuster.cb, one",
        "gimme.pfm, GM.5.0.One.0001",
        "hocomoco.ppm, ONE_HUMAN.H11MO.0.A",
        "cisbp_full.txt, M0001_1.02",
        "transfac_full.dat, M00001",
        "stamp.txt, Zinc finger",
        "uniprobe.txt, Def2",
        "universalmotif.txt, one",
    })
    void motifs(String name, String word) throws IOException {
        String text = Files.readString(Path.of("test-data/motifs", name));
        assertThat(text).contains(word);
        for (String control : List.of("\u001b[31m", "\u0007", "\u007f", "\u009b")) {
            int end = text.indexOf(word) + word.length();
            String path = file(text.substring(0, end) + control + text.substring(end));
            refuses(() -> MotifFile.read(path), ": the name of the motif holds a control character: found \"");
        }
    }

    /** XML has no C0 but the white space; C1 may be there, also as a reference. */
    @ParameterizedTest
    @ValueSource(strings = {"\u009b", "&#155;"})
    void motifsInXml(String control) throws IOException {
        String text = Files.readString(Path.of("test-data/motifs/dreme.xml"));
        String path = file(text.replace("alt=\"DREME-1", "alt=\"DREME-1" + control));
        refuses(() -> MotifFile.read(path), "the name of the motif holds a control character");
    }

    @Test
    void theOtherNameOfAMotifMayHoldATab() throws IOException {
        String path = file("MEME version 4\n\nMOTIF a b\tc\nletter-probability matrix: w= 1\n0.2 0.3 0.1 0.4\n");
        assertThat(MotifFile.read(path).motifs().getFirst().name()).isEqualTo("b\tc");
    }

    @Test
    void regions() throws IOException {
        String sequence = file("chr1\t0\t5\tp\nchr\u001b[2J\t0\t5\tp\n");
        refuses(
                () -> Bed.forEachLine(sequence, line -> {}),
                "in, line 2: the name of the sequence holds a control character: found \"chr\\u001b[2J\"");
        String name = file("chr1\t0\t5\tp\u0007\n");
        Bed.forEachLine(name, line -> {});
        refuses(
                () -> Bed.forEachLine(name, BedLine::name),
                "in, line 1: the name of the region holds a control character: found \"p\\u0007\"");
    }

    @Test
    void labels() throws IOException {
        String path = file("id\tsplit\ta\ns\u001b\ttest\t1\n");
        refuses(() -> Labels.read(path), "in, line 2: the id holds a control character: found \"s\\u001b\"");
    }

    @Test
    void tables() throws IOException {
        String path = file("Query_ID\tTarget_ID\tOptimal_offset\tp-value\tE-value\tq-value\tOverlap\tQuery_consensus\t"
                + "Target_consensus\tOrientation\nq\tt\u0090\t0\t0.1\t0.1\t0.1\t3\tACG\tACG\t+\n");
        refuses(
                () -> TsvReader.readAll(path, MotifMatch.class),
                "in, line 2: the column Target_ID holds a control character: found \"t\\u0090\"");
    }

    @Test
    void idsOfArrays() throws IOException {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            Path part = folder.resolve("part" + i + ".npz");
            try (OutputStream out = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                Npz.add(zip, "ids", NpyArray.of(new String[] {i == 1 ? "a" : "b\u001b"}, 1));
                ArrayShards.mark(zip, List.of("expomotif", new Shard(i, 2).comment()));
            }
            parts.add(part.toString());
        }
        try (ArrayShards open = ArrayShards.open(parts)) {
            refuses(
                    () -> open.write(folder.resolve("all.npz").toString()),
                    "part2.npz (ids.npy): a text of the array holds a control character");
        }
    }
}

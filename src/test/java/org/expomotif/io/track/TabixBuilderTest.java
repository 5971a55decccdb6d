package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TabixBuilderTest {
    @TempDir
    Path folder;

    /** Few bases between lines, so that many share a bin, and many, so that none do; more than 8 blocks and fewer. */
    @ParameterizedTest
    @CsvSource({
        "BED, 60000, 3, 20",
        "BED, 60000, 2000, 20",
        "BED, 4000, 300, 20000",
        "BED, 1, 1, 1",
        "BED, 0, 1, 1",
        "GFF3, 60000, 3, 20",
        "GFF3, 3000, 70000, 90000",
        "GFF3, 0, 1, 1"
    })
    void theIndexIsThatOfAFileThatIsReadAgain(TabixFile.Lines format, int lines, int step, int width)
            throws IOException {
        byte[] text = text(format, lines, step, width).getBytes(StandardCharsets.UTF_8);
        for (int threads = 1; threads <= 3; threads += 2) {
            Path file = folder.resolve("sites" + threads + ".gz");
            TabixBuilder builder = new TabixBuilder(format);
            try (ExecutorService pool = Executors.newFixedThreadPool(threads);
                    OutputSink sink = Outputs.open(file.toString(), pool, threads, Optional.of(builder))) {
                sink.stream().write(text);
                sink.commit();
            }
            builder.write(file.toString());
            byte[] built = Files.readAllBytes(index(file));
            TabixFile.index(file, file.toString(), format);
            assertThat(built).isEqualTo(Files.readAllBytes(index(file)));
        }
    }

    @Test
    void theLastLineOfAPieceMayEndInTheNextOneOrLater() {
        TabixBuilder whole = new TabixBuilder(TabixFile.Lines.BED);
        TabixBuilder pieces = new TabixBuilder(TabixFile.Lines.BED);
        byte[] text = "#x\nchr1\t5\t9\nchr1\t20000\t20004\n\nchr22\t1\t2\n".getBytes(StandardCharsets.UTF_8);
        whole.prepare(text, text.length).run();
        for (byte letter : text) {
            pieces.prepare(new byte[] {letter}, 1).run();
        }
        assertThat(write(pieces, "pieces")).isEqualTo(write(whole, "whole"));
    }

    @Test
    void aLineWithoutPositionsIsRefused() {
        TabixBuilder builder = new TabixBuilder(TabixFile.Lines.BED);
        byte[] text = "chr1\tx\t9\n\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> builder.prepare(text, text.length).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a position is not a number");
        assertThatThrownBy(() -> new TabixBuilder(TabixFile.Lines.VCF)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesKeepTheirBytes() throws IOException {
        byte[] name = "chr\u00e9\u65e5\u672c".getBytes(StandardCharsets.UTF_8);
        String text = new String(name, StandardCharsets.UTF_8) + "\t5\t9\n";
        Path read = folder.resolve("read.gz");
        Outputs.writeText(read.toString(), text);
        assertThat(TabixFile.index(read, read.toString(), TabixFile.Lines.BED)).isTrue();
        TabixBuilder builder = new TabixBuilder(TabixFile.Lines.BED);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        builder.prepare(bytes, bytes.length).run();
        assertThat(names(write(builder, "made"))).isEqualTo(name);
        assertThat(names(Files.readAllBytes(index(read)))).isEqualTo(name);
    }

    /** The names of an index of one sequence: after nine numbers, up to the byte 0. */
    private static byte[] names(byte[] index) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(index))) {
            byte[] all = in.readAllBytes();
            int end = 36;
            while (all[end] != 0) {
                end++;
            }
            return Arrays.copyOfRange(all, 36, end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"536870911\t536870912", "536870912\t536870913", "6000000000\t6000000004"})
    void anIndexHasPositionsUpToItsMaximum(String positions) throws IOException {
        byte[] text = ("chr1\t5\t9\nchr1\t" + positions + "\n").getBytes(StandardCharsets.UTF_8);
        boolean fits = positions.endsWith("\t" + TabixFile.MAXIMUM);
        TabixBuilder builder = new TabixBuilder(TabixFile.Lines.BED);
        builder.prepare(text, text.length).run();
        builder.block(0);
        builder.end(100);
        Path file = folder.resolve("long.gz");
        assertThat(builder.write(file.toString())).isEqualTo(fits);
        assertThat(Files.exists(index(file))).isEqualTo(fits);
        assertThat(TabixFile.tooLong(file.toString()))
                .contains(fits ? "remove the old one" : "so none is written; make another index: tabix --csi");
    }

    @Test
    void aVariantAfterTheMaximumHasNoIndex() {
        Path file = folder.resolve("v.vcf.gz");
        Outputs.writeText(file.toString(), "chr1\t5\t.\tA\tC\t.\t.\t.\nchr1\t536870913\t.\tA\tC\t.\t.\t.\n");
        assertThat(TabixFile.index(file, file.toString(), TabixFile.Lines.VCF)).isFalse();
        assertThat(index(file)).doesNotExist();
    }

    private byte[] write(TabixBuilder builder, String name) {
        builder.block(0);
        builder.end(100);
        Path file = folder.resolve(name);
        assertThat(builder.write(file.toString())).isTrue();
        try {
            return Files.readAllBytes(index(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path index(Path file) {
        return Path.of(TabixFile.nameOfIndex(file.toString()));
    }

    private static String text(TabixFile.Lines format, int lines, int step, int width) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("# a comment\n");
        String[] names = {"chr1", "chr1_long", "\u00e9"};
        for (String name : names) {
            int start = 1;
            for (int i = 0; i < lines / names.length + 1 && lines > 0; i++) {
                int end = start + random.nextInt(width);
                String middle = format == TabixFile.Lines.BED ? "" : "a\tb\t";
                int first = format == TabixFile.Lines.BED ? start - 1 : start;
                text.append(name)
                        .append('\t')
                        .append(middle)
                        .append(first)
                        .append('\t')
                        .append(end);
                text.append("\tm").append(i).append("\tACGTACGTACGTACGTACGTACGTACGTACGTACGT\n");
                start += random.nextInt(step);
            }
        }
        return text.append("# the end\n").toString();
    }
}

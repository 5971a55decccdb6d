package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with the motifs a and b. */
class LogoCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeMotifs() {
        Meme.of("a one", "ACG").write(folder.resolve("a.meme"));
        Meme.of("a one", "ACG").and("b", "TTT").write(folder.resolve("both.meme"));
    }

    private CommandResult run(String line) {
        return CommandLineRun.parse(folder, line).run();
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    @Test
    void theNameOfTheOutputOrTheOptionDecidesTheFormat() throws IOException {
        run("logo @/a.meme -o @/x.png").succeeds();
        run("logo @/a.meme --format png -o @/y").succeeds();
        run("logo @/a.meme --format svg -o @/z.png").succeeds();
        run("logo @/a.meme -o @/w").succeeds();
        assertThat(bytes("x.png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(bytes("y")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(bytes("x.png"), StandardCharsets.ISO_8859_1))
                .contains("Title\0\0\0\0\0a one ACG")
                .contains("command: expomotif logo ");
        assertThat(folder.resolve("z.png")).content().startsWith("<svg");
        assertThat(folder.resolve("w")).content().startsWith("<svg");
    }

    @Test
    void aFolderGetsTheLogosOfAllMotifsAndATable() throws IOException {
        run("logo @/both.meme --format png --no-axes --out-dir @/new/logos")
                .succeeds()
                .reports("2 logos");
        assertThat(bytes("new/logos/b.png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.readAllLines(folder.resolve("new/logos/logos.tsv")).subList(0, 3))
                .containsExactly("motif\tname\tfile", "a\tone\ta.png", "b\t\tb.png");
        run("logo @/both.meme --out-dir @/new/logos").succeeds();
        assertThat(folder.resolve("new/logos/a.svg"))
                .content()
                .startsWith("<svg")
                .contains("a one ACG");
        assertThat(folder.resolve("new/logos")).isDirectoryContaining("regex:.*/b[.]png");
    }

    @Test
    void aMotifStandsAboveItsBestMatch() throws IOException {
        Meme.of("T1 long", "AACGA").and("T2", "CTT").write(folder.resolve("t.meme"));
        Meme.of("T3", "ACGTT").write(folder.resolve("u.meme"));
        run("tomtom-match --query @/both.meme --target @/t.meme @/u.meme --threshold 1 -o @/m.tsv")
                .succeeds();
        String best = Files.readAllLines(folder.resolve("m.tsv")).get(1);
        assertThat(best).startsWith("a\tT1\t1\t");
        String given = "--matches @/m.tsv --targets @/t.meme @/u.meme --column-width 10 --height 50 ";
        run("logo @/both.meme " + given + "--format png --out-dir @/l").succeeds();
        BufferedImage picture = ImageIO.read(folder.resolve("l/a.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(50);
        assertThat(picture.getHeight()).isEqualTo(105);
        // The A of the query is above the second A of the target; there is nothing above the first one.
        int green = 0xff109648;
        assertThat(picture.getRGB(15, 30)).isEqualTo(green);
        assertThat(picture.getRGB(15, 85)).isEqualTo(green);
        assertThat(picture.getRGB(5, 85)).isEqualTo(green);
        assertThat(picture.getRGB(5, 30)).isEqualTo(0xffffffff);
        assertThat(picture.getRGB(15, 1)).isIn(green, 0xfff0f0f0);
        run("logo @/both.meme --id a " + given + "-o @/a.svg").succeeds();
        assertThat(folder.resolve("a.svg")).content().contains("a ACG over T1 long (+) AACGA");
    }

    @Test
    void oneLogoOrAll() {
        run("logo @/both.meme --id a --out-dir @/l")
                .isRefused(2, "--id: draws a single motif, --out-dir the logos of all");
        run("logo @/both.meme -o @/l.svg --out-dir @/l")
                .isRefused(2, "--output: names a single logo, --out-dir the folder of all; expected one of the two");
        run("logo @/both.meme -o @/l.svg").isRefused(2, "--id: required, because");
        run("logo @/both.meme --matches @/a.meme --out-dir @/l")
                .isRefused(2, "--matches, --targets: expected both or neither");
        run("logo @/both.meme --matches @/a.meme --targets @/a.meme --revcomp --out-dir @/l")
                .isRefused(2, "--revcomp: cannot be combined with --matches");
        assertThat(folder.resolve("l")).doesNotExist();
    }

    @Test
    void aPictureOfTooManyPixelsIsRefused() {
        run("logo @/a.meme --column-width 10000 --height 10000 -o @/x.png")
                .isRefused(1, "motif a: the picture has more than 100 million pixels");
        run("logo @/a.meme --column-width 10000 --height 10000 -o @/x.svg").succeeds();
    }
}

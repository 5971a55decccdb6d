package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.command.Captured;
import org.expomotif.compare.MotifMatch;
import org.expomotif.io.table.TsvReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TomtomMatchCommandTest {
    private static final String HEAD = "MEME version 4\n\nALPHABET= ACGT\n\n";
    private static final String QUERY =
            HEAD + motif("q1", "1 0 0 0\n0 .8 .2 0") + motif("idle", ".25 .25 .25 .25\n.25 .25 .25 .25");
    private static final String TARGETS = HEAD
            + motif("t.1 ABC", ".9 0 .1 0\n.1 .7 .1 .1")
            + motif("t2", "0 0 0 1\n0 .1 .9 0\n.2 .2 .2 .4")
            + motif("t3", "0 .5 0 .5");

    @TempDir
    private Path folder;

    private static String motif(String name, String rows) {
        return "MOTIF " + name + "\nletter-probability matrix: alength= 4 nsites= 20\n" + rows + "\n\n";
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Captured match(String... more) throws IOException {
        String[] arguments = {
            "tomtom-match", "--query", "" + file("q.meme", QUERY), "--target", "" + file("t.meme", TARGETS), "-t", "2"
        };
        return Captured.run(
                java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    @Test
    void tableHasTheColumnsOfTomtomAndReadsBack() throws IOException {
        Path out = folder.resolve("m.tsv");
        assertThat(match("-q", "-o", "" + out).code()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).anyMatch(line -> line.startsWith("# expomotif ") && line.endsWith(" tomtom-match"));
        assertThat(lines)
                .startsWith(
                        "Query_ID\tTarget_ID\tOptimal_offset\tp-value\tE-value\tq-value\tOverlap\tQuery_consensus"
                                + "\tTarget_consensus\tOrientation",
                        "q1\tt.1\t0\t0.054784\t0.164352\t0.328704\t2\tAC\tAC\t+");
        assertThat(TsvReader.readAll("" + out, MotifMatch.class).getFirst().target())
                .isEqualTo("t.1");
    }

    @Test
    void truthAddsTheMatchFractionAndTheSummary() throws IOException {
        Path planted = file("planted.meme", HEAD + motif("t.2", "1 0 0 0"));
        Path summary = folder.resolve("s.tsv");
        Path page = folder.resolve("p.html");
        Captured run = match("--truth", "" + planted, "--summary", "" + summary, "--html", "" + page);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("# match-fraction 0.5000 (1 of 2 queries match a planted motif)");
        assertThat(run.err()).contains("match-fraction 0.5000").contains("only 3 targets");
        assertThat(Files.readAllLines(summary))
                .anyMatch(line -> line.startsWith("q1\tt.1\tABC\t0.328704\t0.164352\t1\tt.1\t20\t"))
                .anyMatch(line -> line.startsWith("idle\tnone\t\tNA\tNA\t0\tnone\t") && line.endsWith("\tempty"));
        assertThat(run.out()).contains("# null-match-fraction ").contains("# uniform-match-fraction ");
        assertThat(Files.readString(page))
                .contains("<strong>ABC</strong> t.1 (+)")
                .contains("<dt>empty</dt><dd>no column of 0.05 bits or more: no motif, whatever it matches</dd>")
                .contains(", ed, q of at most 0.5</li>");
    }

    @Test
    void quietSilencesProgressAndNoWarning() throws IOException {
        assertThat(match("--quiet").err())
                .isEqualTo("warning: only 3 targets: p-values come from their columns and are inaccurate below 50"
                        + " targets\n");
    }

    @Test
    void noWarningsSilencesWarningsAndNoProgress() throws IOException {
        Path truth = file("planted.meme", HEAD + motif("t.2", "1 0 0 0"));
        assertThat(match("--no-warnings", "--truth", "" + truth).err())
                .contains("match-fraction 0.5000")
                .doesNotContain("warning");
        assertThat(match("--no-warnings", "--quiet", "--truth", "" + truth).err())
                .isEmpty();
    }

    @Test
    void thresholdsWithoutMeaningAreRefused() throws IOException {
        assertThat(match("--threshold", "0").code()).isEqualTo(2);
        assertThat(match("--threshold", "2").err()).contains("a q-value of at most 1, found 2");
        assertThat(match("--threshold", "2", "--evalue").code()).isZero();
        assertThat(match("--summary", "s.tsv").err()).contains("--truth");
        assertThat(match("--distance", "foo").code()).isEqualTo(2);
        assertThat(match("--exact", "--tomtom-scale").err()).contains("--exact, --tomtom-scale: expected one of them");
        assertThat(match("--exact", "--tomtom-scale").code()).isEqualTo(2);
        assertThat(match("--exact", "--bins", "50").code()).isEqualTo(2);
    }
}

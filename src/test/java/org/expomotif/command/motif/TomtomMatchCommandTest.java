package org.expomotif.command.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.verdict.MatchVerdict;
import org.expomotif.io.table.TsvReader;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two queries, one of them without information, against three targets. */
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

    @BeforeEach
    void writeMotifs() {
        TextFile.write(folder.resolve("q.meme"), QUERY);
        TextFile.write(folder.resolve("t.meme"), TARGETS);
        Meme.of("t.2", "A").write(folder.resolve("planted.meme"));
    }

    private CommandResult match(String more) {
        return CommandLineRun.parse(folder, "tomtom-match --query @/q.meme --target @/t.meme -t 2 " + more)
                .run();
    }

    @Test
    void tableHasTheColumnsOfTomtomAndReadsBack() throws IOException {
        Path out = folder.resolve("m.tsv");
        match("-q -o @/m.tsv").succeeds();
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
        match("--truth @/planted.meme --summary @/s.tsv --html @/p.html")
                .succeeds()
                .prints(
                        "# match-fraction 0.5000 (1 of 2 queries match a planted motif)",
                        "# null-match-fraction ",
                        "# uniform-match-fraction ")
                .reports("match-fraction 0.5000", "only 3 targets");
        assertThat(Files.readAllLines(folder.resolve("s.tsv")))
                .anyMatch(line -> line.startsWith("q1\tt.1\tABC\t0.328704\t0.164352\t1\tt.1\t20\t"))
                .anyMatch(line -> line.startsWith("idle\tnone\t\tNA\tNA\t0\tnone\t") && line.endsWith("\tempty"));
        assertThat(folder.resolve("p.html"))
                .content()
                .contains("<strong>ABC</strong> t.1 (+)")
                .contains("<dt>empty</dt><dd>no column of 0.05 bits or more: no motif, whatever it matches</dd>")
                .contains(", ed, q of at most 0.5</li>");
    }

    @Test
    void quietSilencesProgressAndNoWarning() {
        match("--quiet")
                .succeeds()
                .standardError()
                .isEqualTo("warning: only 3 targets: p-values come from their columns and are inaccurate below 50"
                        + " targets\n");
    }

    @Test
    void noWarningsSilencesWarningsAndNoProgress() {
        match("--no-warnings --truth @/planted.meme")
                .succeeds()
                .reports("match-fraction 0.5000")
                .standardError()
                .doesNotContain("warning");
        match("--no-warnings --quiet --truth @/planted.meme")
                .succeeds()
                .standardError()
                .isEmpty();
    }

    @Test
    void thresholdsWithoutMeaningAreRefused() {
        match("--threshold 0").isRefused(2, "--threshold");
        match("--threshold 2").isRefused(2, "a q-value of at most 1, found 2");
        match("--threshold 2 --evalue").succeeds();
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        match("--summary s.tsv").isRefused(2, "--truth");
        match("--distance foo").isRefused(2, "--distance");
        match("--exact --tomtom-scale").isRefused(2, "--exact, --tomtom-scale: expected one of them");
        match("--exact --bins 50").isRefused(2, "--bins");
    }

    @Test
    void verdictsHaveTheirReasonInTheTableAndOnThePage() throws IOException {
        Meme.of("long", "ACGTTGCATCAGG").write(folder.resolve("long.meme"));
        Path page = folder.resolve("m.html");
        CommandLineRun.parse(
                        folder,
                        "tomtom-match --query @/long.meme --target @/long.meme test-data/jaspar2016_62.meme -q"
                                + " --verdict @/v.tsv --html @/m.html -o @/m.tsv")
                .run()
                .succeeds();
        MatchVerdict verdict = TsvReader.readAll("" + folder.resolve("v.tsv"), MatchVerdict.class)
                .getFirst();
        assertThat(verdict.verdict()).isEqualTo(MatchVerdict.Word.MATCH);
        assertThat(verdict.target()).isEqualTo("long");
        assertThat(Files.readString(page))
                .contains(
                        "Verdict and reason",
                        verdict.reason(),
                        verdict.verdict().meaning());
        match("-q --html @/m.html -o @/m.tsv").succeeds();
        assertThat(Files.readString(page)).doesNotContain("Verdict and reason");
    }
}

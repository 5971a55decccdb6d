package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scan --summit-plot} on 20 regions of 200 bases, each with a site of one motif at its summit, and every second
 * one with two sites of another motif 60 bases before it.
 */
class SummitPlotTest {
    private static final String AT_SUMMIT = "ACGTAACC";
    private static final String BEFORE = "GGATTCAA";

    @TempDir
    private Path folder;

    @BeforeEach
    void inputs() {
        Meme.of("before", BEFORE)
                .and("central", AT_SUMMIT)
                .and("nowhere", "CCCCCGGG")
                .write(folder.resolve("m.meme"));
        StringBuilder bases = new StringBuilder("T".repeat(4200));
        StringBuilder regions = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            int summit = 200 * i + 120;
            // The middle base of eight is the fifth.
            bases.replace(summit - 4, summit + 4, AT_SUMMIT);
            if (i % 2 == 0) {
                bases.replace(summit - 64, summit - 56, BEFORE);
                bases.replace(summit - 74, summit - 66, BEFORE);
            }
            regions.append("chrT\t" + 200 * i + "\t" + (200 * i + 200) + "\tr" + i + "\t0\t.\t1\t1\t1\t120\n");
        }
        TextFile.write(folder.resolve("t.fa"), ">chrT\n" + bases + "\n");
        TextFile.write(folder.resolve("r.narrowPeak"), regions.toString());
    }

    private CommandResult scan(String options) {
        return CommandLineRun.parse(folder, "scan -q --sequences @/t.fa --regions @/r.narrowPeak -o @/s.tsv " + options)
                .run();
    }

    private String page(String options) throws IOException {
        scan("--name-regions --summit-plot @/p.html " + options).succeeds();
        return Files.readString(folder.resolve("p.html"));
    }

    /**
     * The keys of the cells of each row that sort a table: place, sites, share of regions, share in the middle, median.
     */
    private static List<List<String>> rows(String page) {
        List<List<String>> rows = new ArrayList<>();
        for (String row : page.split("<tr>")) {
            List<String> keys = Pattern.compile("data-key=\"([^\"]*)\"")
                    .matcher(row)
                    .results()
                    .map(key -> key.group(1))
                    .toList();
            if (!keys.isEmpty()) {
                rows.add(keys);
            }
        }
        return rows;
    }

    @Test
    void theMostCentralMotifIsFirst() throws IOException {
        String page = page("--motifs @/m.meme --no-revcomp");
        // 95% of the 40 sites lie within 100 bases, so the middle is 20 bases.
        assertThat(rows(page))
                .containsExactly(List.of("0", "20", "100", "100", "0"), List.of("1", "20", "50", "0", "60"));
        assertThat(page.indexOf("<strong>central</strong>"))
                .isPositive()
                .isLessThan(page.indexOf("<strong>before</strong>"));
        assertThat(page)
                .contains(
                        "20 regions; 2 motifs with sites, most central first; 1 without",
                        "distances of 20 sites of before from the summits, -100 to 100 bases",
                        "<button>Within 20</button>",
                        "command: expomotif scan --motifs ")
                .doesNotContain("nowhere");
    }

    @Test
    void theBytesDoNotDependOnThreadsOrTheOrderOfSites() throws IOException {
        String page = page("--motifs @/m.meme --threads 1");
        assertThat(page("--motifs @/m.meme --threads 3")).isEqualTo(page);
        assertThat(rows(page("--motifs @/m.meme --sort --best --qvalue"))).isEqualTo(rows(page));
    }

    @Test
    void mergedRegionsHaveTheNearestSummit() throws IOException {
        assertThat(rows(page("--motifs @/m.meme --no-revcomp --merge-regions")))
                .containsExactly(List.of("0", "20", "100", "100", "0"), List.of("1", "20", "100", "0", "60"));
    }

    @Test
    void filtersAreDrawnByTheirWeights() throws IOException {
        Path model = TinyModel.write(TinyModel.ofEightBases("c"), folder.resolve("model.zip"));
        String page = page("--threshold 1 --model " + model);
        assertThat(page).contains("<strong>filter0</strong>", "<svg");
    }

    @Test
    void itNeedsNamedRegionsAndTheWholeScan() {
        scan("--motifs @/m.meme --summit-plot @/p.html").isRefused(2, "--summit-plot needs --name-regions");
        scan("--motifs @/m.meme --name-regions --summit-plot @/p.html --shard 1/2")
                .isRefused(
                        2,
                        "--shard cuts sequences, so it cannot be combined with --best, --counts or --summit-plot, which"
                                + " need whole sequences");
    }
}

package org.expomotif.peaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.verdict.MatchVerdict;
import org.expomotif.compare.verdict.MatchVerdict.Word;
import org.expomotif.enrich.table.EnrichmentRow;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.report.PeaksPage;
import org.expomotif.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterGroupsTest {
    private static final Provenance NONE = Provenance.of(List.of());
    private static final double[][] MATRIX = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}, {1, 0, 0, 0}};
    private static final Map<String, Motif> KNOWN =
            Map.of("K1", new Motif("K1", "", MATRIX, 5, ""), "K2", new Motif("K2", "", MATRIX, 5, ""));

    @TempDir
    private Path folder;

    private static MotifMatch match(String query, String target) {
        return new MotifMatch(query, target, 0, 1e-6, 1e-4, 1e-4, 5, "ACGTA", "ACGTA", '+');
    }

    private static MatchVerdict verdict(String query, String target, Word word) {
        return new MatchVerdict(query, target, "", 1e-4, 1e-4, 5, 0.01, 1, 1, word, "");
    }

    private FilterGroups groups() throws IOException {
        PeakAnalysis analysis = new PeakAnalysis(
                folder, new PeakAnalysis.Settings("p.bed", "g.fa", "m.meme", List.of(), List.of(), 2, 1, 1));
        Files.writeString(
                folder.resolve(PeakAnalysis.CLUSTERS),
                "cluster\tmotif\nf1\tf1\nf1\tfilters.2.meme:f1\nf2\tf2\nf3\tfilters.2.meme:f3\n");
        TsvWriter.write(analysis.at(PeakAnalysis.FILTER_ENRICHMENT), EnrichmentRow.class, NONE, List.of());
        List<Motif> filters = List.of("f1", "f2", "f3").stream()
                .map(id -> new Motif(id, "", MATRIX, 5, ""))
                .toList();
        MemeWriter.write(analysis.at(PeakAnalysis.FILTERS), new MotifSet(filters, Optional.empty()), List.of());
        TsvWriter.write(
                analysis.at(PeakAnalysis.MATCHES),
                MotifMatch.class,
                NONE,
                List.of(match("f1", "K2"), match("f1", "K1"), match("f2", "K1"), match("f3", "K2")));
        TsvWriter.write(
                analysis.at(PeakAnalysis.VERDICTS),
                MatchVerdict.class,
                NONE,
                List.of(
                        verdict("f1", "K1", Word.MATCH),
                        verdict("f2", "K1", Word.CHANCE),
                        verdict("f3", "K2", Word.PARTIAL)));
        return new FilterGroups(analysis, KNOWN);
    }

    /** The first filter matches K2 best, but the overlap with K1 covers both motifs. */
    @Test
    void aMatchIsThatOfTheVerdict() throws IOException {
        assertThat(groups().all())
                .extracting(group -> group.motif().id() + " "
                        + group.match().map(match -> match.target().id()).orElse("none"))
                .containsExactly("f1 K1", "f2 none", "f3 none");
        assertThat(groups().all()).extracting(PeaksPage.Learned::learners).containsExactly(2, 1, 1);
    }

    @Test
    void networksLearnedAMotifIfTheVerdictOnTheirFilterIsAMatch() throws IOException {
        assertThat(groups().learners(List.of("K1"))).isEqualTo(2);
        assertThat(groups().learners(List.of("K2"))).isEqualTo(2);
        assertThat(groups().learners(List.of("K3"))).isZero();
    }
}

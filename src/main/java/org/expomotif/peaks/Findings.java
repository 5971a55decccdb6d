package org.expomotif.peaks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.expomotif.discover.table.DiscoveredRow;
import org.expomotif.enrich.table.EnrichmentRow;
import org.expomotif.io.TextLines;
import org.expomotif.io.table.TsvReader;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.report.PeaksPage;
import org.expomotif.run.VisibleText;
import org.expomotif.train.ClassMetrics;

/** What the files of an analysis show: the content of its page, and a summary for the terminal. */
public final class Findings {
    private static final int SHOWN_PEAKS = 10;
    private static final int NAMED = 5;

    private final PeakAnalysis analysis;
    private final JsonNode data;
    private final List<PeaksPage.Known> known = new ArrayList<>();
    private final FilterGroups filters;
    private final PeakSites sites;
    private final List<PeaksPage.Explained> explained;

    private Findings(PeakAnalysis analysis) {
        this.analysis = analysis;
        this.data = json(analysis.at(PeakAnalysis.DATA + "/dataset.json")).path("dataset");
        Map<String, Motif> motifs = new HashMap<>();
        MotifFile.readFirstOfEachId(analysis.settings().motifs(), message -> {})
                .motifs()
                .forEach(motif -> motifs.put(motif.id(), motif));
        filters = new FilterGroups(analysis, motifs);
        sites = new PeakSites(analysis, data.path("length").asInt(), motifs, strongest());
        addKnown(motifs);
        explained = ExplainedPeaks.read(analysis, sites.shown());
    }

    /** Reads the results of an analysis whose steps are done. */
    public static Findings of(PeakAnalysis analysis) {
        return new Findings(analysis);
    }

    private static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> strongest() {
        Set<String> names = new HashSet<>();
        try (TextLines lines = TextLines.open(analysis.at(PeakAnalysis.PEAKS))) {
            for (String line = lines.nextContent();
                    line != null && names.size() < SHOWN_PEAKS;
                    line = lines.nextContent()) {
                names.add(line.split("\t", -1)[3]);
            }
        }
        return names;
    }

    private void addKnown(Map<String, Motif> motifs) {
        Map<String, List<EnrichmentRow>> groups = new LinkedHashMap<>();
        for (EnrichmentRow row : TsvReader.readAll(analysis.at(PeakAnalysis.ENRICHED), EnrichmentRow.class)) {
            groups.computeIfAbsent(row.group(), key -> new ArrayList<>()).add(row);
        }
        for (List<EnrichmentRow> group : groups.values()) {
            EnrichmentRow best = group.getFirst();
            Motif motif = motifs.get(best.id());
            if (motif != null) {
                int learners =
                        filters.learners(group.stream().map(EnrichmentRow::id).toList());
                known.add(new PeaksPage.Known(motif, best, group.size() - 1, sites.distances(best.id()), learners));
            }
        }
    }

    /** The page's content. */
    public PeaksPage.Content content() {
        List<PeaksPage.Learned> learned = filters.all().stream()
                .filter(group -> group.row().isPresent() || group.match().isPresent())
                .toList();
        List<String> facts = new ArrayList<>(facts());
        int others = filters.all().size() - learned.size();
        facts.add(String.format(
                Locale.ROOT,
                "%,d groups of filters are enriched in the test peaks or match a known motif; %,d others are in"
                        + " filters.html",
                learned.size(),
                others));
        return new PeaksPage.Content(facts, known, learned, analysis.settings().trials(), explained, files());
    }

    private List<String> facts() {
        JsonNode file = data.path("files").path(0);
        List<String> facts = new ArrayList<>();
        facts.add(String.format(
                Locale.ROOT,
                "%,d of %,d peaks are used, as windows of %,d bases; %,d were merged into others, and %,d dropped for the"
                        + " reasons in data/dropped.tsv",
                file.path("used").asLong(),
                file.path("records").asLong(),
                data.path("length").asInt(),
                file.path("merged").asLong(),
                file.path("dropped").asLong()));
        facts.add(accuracy());
        facts.add(discovered());
        return facts;
    }

    private String discovered() {
        List<String> names =
                TsvReader.readAll(analysis.at(PeakAnalysis.DISCOVERED_MOTIFS), DiscoveredRow.class).stream()
                        .map(DiscoveredRow::label)
                        .toList();
        return names.isEmpty()
                ? "no motif stands out in the base scores of the strongest peaks"
                : "what stands out in the base scores of the strongest peaks: " + String.join(", ", names);
    }

    private String accuracy() {
        int trials = analysis.settings().trials();
        List<ClassMetrics> all = new ArrayList<>();
        for (int trial = 1; trial <= trials; trial++) {
            all.add(TsvReader.readAll(analysis.at(PeakAnalysis.ofTrial("metrics", trial, ".tsv")), ClassMetrics.class)
                    .getLast());
        }
        double auroc = all.stream().mapToDouble(ClassMetrics::auroc).average().orElse(Double.NaN);
        double low = all.stream().mapToDouble(ClassMetrics::auroc).min().orElse(Double.NaN);
        double high = all.stream().mapToDouble(ClassMetrics::auroc).max().orElse(Double.NaN);
        double aupr = all.stream().mapToDouble(ClassMetrics::aupr).average().orElse(Double.NaN);
        String spread = trials == 1 ? "" : String.format(Locale.ROOT, " (%.3f to %.3f)", low, high);
        return String.format(
                Locale.ROOT,
                "%s: AUROC %.3f%s, AUPR %.3f on %,d test sequences that were not used in training",
                trials == 1 ? "1 network" : trials + " networks",
                auroc,
                spread,
                aupr,
                all.getFirst().n());
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(PeakAnalysis.ENRICHED, "known motifs that are enriched in the peaks");
        files.put(PeakAnalysis.ENRICHED_PAGE, "the same as a page, with all similar motifs");
        files.put(PeakAnalysis.SITES, "sites of the enriched known motifs, with the name of the peak of each");
        files.put(PeakAnalysis.FILTERS, "motifs of the networks: groups of filters that match one another");
        files.put("filters.html", "the same with their matches among the known motifs");
        files.put(PeakAnalysis.VERDICTS, "which of these matches are more than chance, and why");
        files.put(PeakAnalysis.FILTER_ENRICHMENT, "those that are enriched in the test peaks");
        files.put(PeakAnalysis.FILTER_SITES, "their sites, with the name of the peak of each");
        files.put(PeakAnalysis.SCORES, "scores of each base of the strongest peaks");
        files.put(
                PeakAnalysis.DISCOVERED + "/motifs.html", "motifs that stand out in the scores of the strongest peaks");
        files.put(PeakAnalysis.DISCOVERED + "/seqlets.bed", "the stretches of bases that make up these motifs");
        files.put(PeakAnalysis.PEAKS, "the peaks that were used, the strongest first");
        files.put(PeakAnalysis.DATA + "/dataset.html", "the data set: what was dropped, controls, splits");
        files.put(PeakAnalysis.TRIALS, "the networks, with the filters and the test figures of each");
        files.put(PeakAnalysis.SCRIPT, "every command that was run");
        return files;
    }

    /** The summary for the terminal, which ends with a line end. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        facts().forEach(fact -> text.append(fact).append('\n'));
        text.append(known.isEmpty() ? "no known motif is enriched\n" : "enriched known motifs:\n");
        for (PeaksPage.Known one : known.subList(0, Math.min(NAMED, known.size()))) {
            EnrichmentRow row = one.row();
            String name = row.name().isEmpty() ? row.id() : row.name();
            text.append(String.format(
                    Locale.ROOT,
                    "  %-12s E %-9s in %6s%% of the peaks and %6s%% of the controls\n",
                    VisibleText.line(name),
                    row.eValue(),
                    row.positivesPercent(),
                    row.controlsPercent()));
        }
        if (known.size() > NAMED) {
            text.append("  and ").append(known.size() - NAMED).append(" more\n");
        }
        return text.append(
                        String.format(Locale.ROOT, "%,d sites of enriched known motifs in the peaks\n", sites.count()))
                .append("look at ")
                .append(analysis.at(PeakAnalysis.PAGE))
                .append('\n')
                .toString();
    }
}

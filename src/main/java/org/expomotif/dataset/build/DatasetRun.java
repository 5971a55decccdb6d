package org.expomotif.dataset.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.negative.CandidateWindows;
import org.expomotif.dataset.peak.IntervalIndex;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dataset.peak.PeakFile;
import org.expomotif.dataset.window.GenomePass;
import org.expomotif.io.Inputs;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;

/**
 * Makes a data set from peaks and a genome. The genome is read twice from start to end: once for the lengths of its
 * sequences and the composition of windows, once for the letters of the chosen windows.
 */
public final class DatasetRun {
    /** The name of the file with the summary. */
    public static final String SUMMARY = "dataset.json";

    /** The name of the page. */
    public static final String PAGE = "dataset.html";

    static final String SEQUENCES = "sequences.fa";
    static final String REGIONS = "regions.bed";
    static final String DROPPED = "dropped.tsv";
    static final String COMPOSITION = "composition.tsv";
    static final String LEAKS = "leaks.tsv";

    private final DatasetSettings settings;
    private final int length;
    private final Progress progress;
    private final RecordFiles files;
    private final DroppedRecords dropped;
    private final Notes notes;

    /**
     * What a run wrote.
     *
     * @param summary counts
     * @param composition distributions of GC content and repeat fraction
     */
    public record Result(DatasetSummary summary, List<SplitComposition> composition) {
        /** Copies the list. */
        public Result {
            composition = List.copyOf(composition);
        }
    }

    private DatasetRun(DatasetSettings settings, Progress progress) {
        this.settings = settings;
        this.length = settings.regions().length();
        this.notes = new Notes(progress);
        this.progress = notes;
        this.files = RecordFiles.read(settings, notes);
        this.dropped = new DroppedRecords(files.names());
    }

    /** The names of the files that a run writes into its folder. */
    public static List<String> files(SplitRule rule) {
        return Stream.of(
                        List.of(SEQUENCES),
                        ChromosomeGroups.labelFiles(rule),
                        List.of(REGIONS, DROPPED, COMPOSITION, LEAKS, PAGE, SUMMARY))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Makes a data set and writes its files apart from the page and the summary.
     *
     * @param folder a folder that exists
     * @param provenance record of the run, for the comments of the files; called once the inputs have been read
     * @throws UserException when an input is malformed, or no peak is left
     */
    public static Result write(
            DatasetSettings settings, Path folder, Supplier<Provenance> provenance, Progress progress) {
        GenomePass.requireFile(settings.genome());
        return new DatasetRun(settings, progress).write(folder, provenance);
    }

    private Result write(Path folder, Supplier<Provenance> record) {
        List<Peak> peaks = files.peaks();
        List<Region> records =
                peaks.stream().map(peak -> around(Region.Source.POSITIVE, peak)).toList();
        List<Region> givenRecords = files.given().stream()
                .flatMap(file -> file.peaks().stream())
                .map(peak -> around(Region.Source.GIVEN, peak))
                .toList();
        Optional<CandidateWindows> candidates = candidates(peaks, givenRecords);
        Map<String, Long> lengths = GenomePass.read(
                settings.genome(),
                "reading the genome",
                Stream.concat(records.stream(), givenRecords.stream()).toList(),
                length,
                new Survey(candidates),
                progress);
        RegionFilter filter = new RegionFilter(settings, lengths, files, dropped, progress);
        List<Region> positives = filter.positives(records);
        List<Region> given = filter.given(givenRecords, windows(peaks), peaks);
        ChromosomeGroups groups = ChromosomeGroups.of(
                settings.split(),
                List.copyOf(lengths.keySet()),
                byChromosome(positives),
                Inputs.name(settings.genome()));
        MatchedNegatives matched = MatchedNegatives.draw(settings, groups, positives, candidates, notes);
        List<Region> regions = inOrder(List.copyOf(lengths.keySet()), List.of(positives, given, matched.regions()));
        RegionNames names = new RegionNames(length);
        regions.forEach(region -> region.setId(names.of(region)));
        Provenance provenance = record.get();
        DatasetFiles output = new DatasetFiles(settings, groups, files, folder, provenance, names);
        try (WindowLetters letters = WindowLetters.read(
                settings.genome(), regions, length, folder.resolve(SEQUENCES).toString(), progress)) {
            NearDuplicates duplicates = NearDuplicates.find(settings, groups, regions, letters, dropped, names, notes);
            DatasetFiles.Counts counts = output.write(duplicates.kept(), letters);
            duplicates.write(folder.resolve(LEAKS).toString(), provenance);
            dropped.write(folder.resolve(DROPPED).toString(), provenance);
            List<SplitComposition> composition = composition(groups, duplicates.kept(), matched);
            output.write(composition);
            DatasetReport report = new DatasetReport(settings, groups, files, dropped, notes);
            return new Result(
                    report.summary(duplicates.kept(), counts, matched, duplicates.summary(), names.repeated()),
                    composition);
        }
    }

    private Region around(Region.Source source, Peak peak) {
        return Region.around(source, peak, length);
    }

    /** All records of the positives and the windows around them, tagged with the numbers of the records. */
    private IntervalIndex windows(List<Peak> peaks) {
        IntervalIndex index = new IntervalIndex();
        for (int i = 0; i < peaks.size(); i++) {
            Peak peak = peaks.get(i);
            long start = (long) peak.centre() - length / 2;
            // One interval, since the centre lies within the record.
            index.add(peak.sequence(), Math.min(start, peak.start()), Math.max(start + length, peak.end()), i);
        }
        return index;
    }

    private Optional<CandidateWindows> candidates(List<Peak> peaks, List<Region> given) {
        if (!settings.negatives().matched()) {
            return Optional.empty();
        }
        IntervalIndex excluded = windows(peaks);
        given.forEach(region -> excluded.add(region.sequence(), region.start(), region.start() + length, 0));
        files.blacklist().forEach((sequence, start, end) -> excluded.add(sequence, start, end, 0));
        return Optional.of(new CandidateWindows(length, settings.regions().unknownBases(), excluded));
    }

    private static Map<String, Integer> byChromosome(List<Region> positives) {
        Map<String, Integer> counts = new HashMap<>();
        positives.forEach(region -> counts.merge(region.sequence(), 1, Integer::sum));
        return counts;
    }

    /** Regions kind by kind, each in the order of the genome. */
    private static List<Region> inOrder(List<String> chromosomes, List<List<Region>> kinds) {
        Map<String, Integer> order = new LinkedHashMap<>();
        chromosomes.forEach(name -> order.put(name, order.size()));
        List<Region> all = new ArrayList<>();
        for (List<Region> kind : kinds) {
            kind.stream()
                    .sorted(Comparator.comparingInt((Region region) -> order.get(region.sequence()))
                            .thenComparingLong(Region::start)
                            .thenComparing(Region::reverse))
                    .forEach(all::add);
        }
        return all;
    }

    private static List<SplitComposition> composition(
            ChromosomeGroups groups, List<Region> regions, MatchedNegatives matched) {
        List<SplitComposition> made = new ArrayList<>();
        for (int group = 0; group < groups.number(); group++) {
            SplitComposition empty = SplitComposition.empty(groups.name(group));
            made.add(new SplitComposition(
                    empty.split(), empty.positives(), matched.candidates(group), empty.genome(), empty.given()));
        }
        for (Region region : regions) {
            made.get(groups.group(region.sequence())).of(region.source()).add(region.point());
        }
        return made;
    }

    /** Names of the files of a list, for messages. */
    static String names(List<PeakFile> list) {
        return String.join(", ", list.stream().map(PeakFile::file).toList());
    }

    /** Counts the bases of the windows of records and finds the candidates. */
    private record Survey(Optional<CandidateWindows> candidates) implements GenomePass.Consumer<Region> {
        @Override
        public void begin(String sequence) {
            candidates.ifPresent(found -> found.begin(sequence));
        }

        @Override
        public void letters(byte[] source, int from, int to) {
            candidates.ifPresent(found -> found.letters(source, from, to));
        }

        @Override
        public void letters(Region region, int offset, byte[] source, int from, int to) {
            region.addCount(Composition.count(source, from, to));
        }
    }
}

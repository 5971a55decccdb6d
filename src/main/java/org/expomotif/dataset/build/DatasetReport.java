package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.expomotif.dataset.Split;
import org.expomotif.dataset.peak.PeakFile;

/** Counts what became of the records, and reports what the user should know about the data set. */
final class DatasetReport {
    /** The number of regions of a class in a split below which the user is warned. */
    static final int FEW = 10;

    private final DatasetSettings settings;
    private final ChromosomeGroups groups;
    private final RecordFiles files;
    private final DroppedRecords dropped;
    private final Notes notes;

    DatasetReport(
            DatasetSettings settings, ChromosomeGroups groups, RecordFiles files, DroppedRecords dropped, Notes notes) {
        this.settings = settings;
        this.groups = groups;
        this.files = files;
        this.dropped = dropped;
        this.notes = notes;
    }

    /** The summary of the regions of the data set. */
    DatasetSummary summary(
            List<Region> regions,
            DatasetFiles.Counts counts,
            MatchedNegatives matched,
            DatasetSummary.Leaks leaks,
            long renamed) {
        List<DatasetSummary.FileCounts> fileCounts = fileCounts(regions);
        List<DatasetSummary.Group> ofGroups = groups(regions, counts);
        long overlapping = overlapping(regions);
        if (overlapping > 0) {
            notes.note((overlapping == 1 ? "1 window overlaps" : overlapping + " windows overlap")
                    + " the window of another peak; --merge-within merges peaks with close centres");
        }
        if (renamed > 0) {
            notes.note((renamed == 1 ? "1 sequence has a name" : renamed + " sequences have names")
                    + " that occurred before, with a number after it");
        }
        warnOfFew(ofGroups);
        List<DatasetSummary.Division> divisions = new ArrayList<>();
        List<String> tables = ChromosomeGroups.labelFiles(settings.split());
        for (int i = 0; i < tables.size(); i++) {
            Map<String, Long> sequences = new LinkedHashMap<>();
            for (Split split : Split.values()) {
                sequences.put(split.word(), counts.divisions().get(i).getOrDefault(split, 0L));
            }
            divisions.add(new DatasetSummary.Division(tables.get(i), sequences));
        }
        return new DatasetSummary(
                settings.regions().length(),
                fileCounts,
                divisions,
                ofGroups,
                overlapping,
                renamed,
                matched.matching(),
                leaks,
                notes.messages());
    }

    private List<DatasetSummary.FileCounts> fileCounts(List<Region> regions) {
        List<PeakFile> all = new ArrayList<>(files.positives());
        all.addAll(files.given());
        long[] used = new long[all.size()];
        long[] merged = new long[all.size()];
        for (Region region : regions) {
            for (int i = 0; i < region.peaks().size(); i++) {
                (i == 0 ? used : merged)[region.peaks().get(i).file()]++;
            }
        }
        List<DatasetSummary.FileCounts> counts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            PeakFile file = all.get(i);
            boolean positive = i < files.positives().size();
            notes.note(file.file() + ": " + RecordFiles.records(file.peaks().size()) + ": " + used[i] + " used, "
                    + merged[i] + " merged into others, " + dropped.count(i) + " dropped" + reasons(i));
            counts.add(new DatasetSummary.FileCounts(
                    file.file(),
                    positive ? "positives" : "negatives",
                    positive ? settings.classes().get(i) : "",
                    file.format().toString(),
                    file.centre().name().toLowerCase(Locale.ROOT),
                    file.column(),
                    file.peaks().size(),
                    used[i],
                    merged[i],
                    dropped.count(i),
                    dropped.byReason(i),
                    file.counts().withoutSummit(),
                    file.counts().reverse(),
                    file.counts().unsorted()));
        }
        return counts;
    }

    private String reasons(int file) {
        List<String> texts = new ArrayList<>();
        dropped.byReason(file).forEach((reason, count) -> texts.add(count + " " + reason));
        return texts.isEmpty() ? "" : " (" + String.join(", ", texts) + ")";
    }

    private List<DatasetSummary.Group> groups(List<Region> regions, DatasetFiles.Counts counts) {
        int n = groups.number();
        int classes = settings.classes().size();
        ClassLabels labels =
                new ClassLabels(files.positives(), settings.regions().length());
        List<Map<Region.Source, Long>> bySource = new ArrayList<>();
        long[][] byClass = new long[n][classes];
        List<Set<String>> chromosomes = new ArrayList<>();
        for (int group = 0; group < n; group++) {
            chromosomes.add(new LinkedHashSet<>());
            bySource.add(new EnumMap<>(Region.Source.class));
        }
        for (Region region : regions) {
            int group = groups.group(region.sequence());
            chromosomes.get(group).add(region.sequence());
            bySource.get(group).merge(region.source(), 1L, Long::sum);
            for (int c = 0; c < classes; c++) {
                byClass[group][c] += labels.isPositive(region, c) ? 1 : 0;
            }
        }
        List<DatasetSummary.Group> made = new ArrayList<>();
        for (int group = 0; group < n; group++) {
            Map<String, Long> named = new LinkedHashMap<>();
            for (int c = 0; c < classes; c++) {
                named.put(settings.classes().get(c), byClass[group][c]);
            }
            made.add(new DatasetSummary.Group(
                    groups.name(group),
                    List.copyOf(chromosomes.get(group)),
                    bySource.get(group).getOrDefault(Region.Source.POSITIVE, 0L),
                    named,
                    bySource.get(group).getOrDefault(Region.Source.GIVEN, 0L),
                    bySource.get(group).getOrDefault(Region.Source.GENOME, 0L),
                    counts.shuffles()[group]));
        }
        return made;
    }

    private void warnOfFew(List<DatasetSummary.Group> ofGroups) {
        List<String> few = new ArrayList<>();
        for (DatasetSummary.Group group : ofGroups) {
            boolean asked = !(settings.split() instanceof SplitRule.Shares shares) || share(shares, group.name()) > 0;
            group.classes().forEach((name, count) -> {
                if (asked && count < FEW) {
                    few.add(name + " has " + count + " in " + group.name());
                }
            });
        }
        if (!few.isEmpty()) {
            int shown = Math.min(6, few.size());
            String more = few.size() > shown ? " and " + (few.size() - shown) + " more" : "";
            notes.warn("fewer than " + FEW + " regions of a class in a split: "
                    + String.join(", ", few.subList(0, shown)) + more);
        }
    }

    private static double share(SplitRule.Shares shares, String split) {
        return split.equals(Split.TRAIN.word())
                ? shares.train()
                : split.equals(Split.VALID.word()) ? shares.valid() : shares.test();
    }

    /** Number of positives whose window overlaps that of another one. */
    private long overlapping(List<Region> regions) {
        Region[] sorted = regions.stream()
                .filter(region -> region.source() == Region.Source.POSITIVE)
                .toArray(Region[]::new);
        Arrays.sort(sorted, Comparator.comparing(Region::sequence).thenComparingLong(Region::start));
        boolean[] overlaps = new boolean[sorted.length];
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].sequence().equals(sorted[i - 1].sequence())
                    && sorted[i].start() - sorted[i - 1].start()
                            < settings.regions().length()) {
                overlaps[i - 1] = true;
                overlaps[i] = true;
            }
        }
        long count = 0;
        for (boolean overlap : overlaps) {
            count += overlap ? 1 : 0;
        }
        return count;
    }
}

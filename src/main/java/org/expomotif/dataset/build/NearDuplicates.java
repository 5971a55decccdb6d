package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.expomotif.dataset.build.DroppedRecords.Reason;
import org.expomotif.dataset.leak.SharedKmers;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.io.Inputs;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;

/**
 * The sequences that have a near-duplicate in an earlier group: those of the validation split in the training split,
 * those of the test split in either, those of a fold in the folds before it.
 *
 * @param kept the regions of the data set
 * @param rows the near-duplicates
 * @param summary their number
 */
record NearDuplicates(List<Region> kept, List<Row> rows, DatasetSummary.Leaks summary) {
    /** Share of the 31-mers from which on two sequences are near-duplicates. */
    static final double MINIMUM_SHARE = 0.5;

    /**
     * A near-duplicate.
     *
     * @param id name of the sequence
     * @param split its split or fold
     * @param other name of the sequence in an earlier split that shares most 31-mers with it
     * @param otherSplit the split of that sequence
     * @param share their share
     */
    record Row(
            String id,
            String split,
            String other,
            @TsvColumn("other_split") String otherSplit,
            @TsvColumn(digits = 3) double share) {}

    /** Finds the near-duplicates, and drops them if the settings ask for it. */
    static NearDuplicates find(
            DatasetSettings settings,
            ChromosomeGroups groups,
            List<Region> regions,
            WindowLetters letters,
            DroppedRecords dropped,
            RegionNames names,
            Progress progress) {
        int length = settings.regions().length();
        if (length < SharedKmers.K) {
            progress.note("windows of less than " + SharedKmers.K + " bases are not compared across splits");
            return new NearDuplicates(
                    regions, List.of(), new DatasetSummary.Leaks(SharedKmers.K, MINIMUM_SHARE, 1, 0, 0));
        }
        byte[] groupOf = new byte[regions.size()];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = (byte) groups.group(regions.get(i).sequence());
        }
        SharedKmers kmers = new SharedKmers(groupOf, length);
        for (int i = 0; i < groupOf.length; i++) {
            kmers.add(i, letters.at(regions.get(i).place()));
        }
        List<Row> rows = new ArrayList<>();
        Set<Region> leaks = new HashSet<>();
        for (SharedKmers.Leak leak : kmers.find(i -> letters.at(regions.get(i).place()), MINIMUM_SHARE)) {
            Region region = regions.get(leak.sequence());
            Region other = regions.get(leak.other());
            Row row = new Row(
                    region.id(),
                    groups.name(groupOf[leak.sequence()]),
                    other.id(),
                    groups.name(groupOf[leak.other()]),
                    leak.share());
            rows.add(row);
            leaks.add(region);
            if (settings.dropLeaks()) {
                drop(region, row, Inputs.name(settings.genome()), dropped, names);
            }
        }
        report(settings, rows, progress);
        List<Region> kept = settings.dropLeaks()
                ? regions.stream().filter(region -> !leaks.contains(region)).toList()
                : regions;
        requirePositives(kept);
        return new NearDuplicates(
                kept,
                rows,
                new DatasetSummary.Leaks(
                        SharedKmers.K,
                        MINIMUM_SHARE,
                        kmers.sampling(),
                        rows.size(),
                        settings.dropLeaks() ? rows.size() : 0));
    }

    private static void drop(Region region, Row row, String genome, DroppedRecords dropped, RegionNames names) {
        String reason = String.format(
                Locale.ROOT,
                "shares %.0f%% of its %d-mers with %s (%s)",
                100 * row.share(),
                SharedKmers.K,
                row.other(),
                row.otherSplit());
        if (region.peaks().isEmpty()) {
            dropped.addDrawn(names.place(region), genome, Reason.LEAK, reason);
        }
        for (Peak peak : region.peaks()) {
            dropped.add(peak, Reason.LEAK, reason);
        }
    }

    private static void report(DatasetSettings settings, List<Row> rows, Progress progress) {
        if (rows.isEmpty()) {
            return;
        }
        String what = (rows.size() == 1 ? "1 sequence shares" : rows.size() + " sequences share")
                + " at least half of the " + SharedKmers.K + "-mers with a sequence of an earlier split (leaks.tsv)";
        if (settings.dropLeaks()) {
            progress.note(what + "; dropped");
        } else {
            progress.warn(what + "; --drop-leaks drops them");
        }
    }

    private static void requirePositives(List<Region> kept) {
        if (kept.stream().noneMatch(region -> region.source() == Region.Source.POSITIVE)) {
            throw new UserException("no peak is left after the near-duplicates were dropped")
                    .remedy("run without --drop-leaks");
        }
    }

    /** Writes the table of near-duplicates. */
    void write(String path, Provenance provenance) {
        TsvWriter.write(path, Row.class, provenance, rows);
    }
}

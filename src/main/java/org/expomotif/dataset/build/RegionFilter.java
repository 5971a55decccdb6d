package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.expomotif.dataset.build.DroppedRecords.Reason;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.peak.IntervalIndex;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dataset.peak.PeakFile;
import org.expomotif.dataset.peak.PeakMerge;
import org.expomotif.io.track.DroppedRegions;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the records that become regions. Each record is dropped with a reason, merged into the region of a stronger
 * one, or becomes a region.
 */
final class RegionFilter {
    private final DatasetSettings.Regions rules;
    private final String genome;
    private final Map<String, Long> lengths;
    private final RecordFiles files;
    private final DroppedRecords dropped;
    private final Progress progress;

    /** Creates a filter; {@code lengths} are those of the sequences of the genome. */
    RegionFilter(
            DatasetSettings settings,
            Map<String, Long> lengths,
            RecordFiles files,
            DroppedRecords dropped,
            Progress progress) {
        this.rules = settings.regions();
        this.genome = settings.genome();
        this.lengths = lengths;
        this.files = files;
        this.dropped = dropped;
        this.progress = progress;
    }

    /**
     * The positives.
     *
     * @param regions one region per record, in the order of the records
     * @throws UserException when no record is left
     */
    List<Region> positives(List<Region> regions) {
        warnOfBlacklist();
        List<Region> usable = usable(files.positives(), regions);
        boolean[] strongest = PeakMerge.amongStrongest(
                usable.stream().map(Region::peak).toList(), rules.top().orElse(Long.MAX_VALUE));
        List<Region> top = new ArrayList<>();
        for (int i = 0; i < strongest.length; i++) {
            if (strongest[i]) {
                top.add(usable.get(i));
            } else {
                Peak peak = usable.get(i).peak();
                dropped.add(
                        peak,
                        Reason.NOT_TOP,
                        "not among the " + rules.top().orElseThrow() + " records with the highest column "
                                + files.positives().get(peak.file()).column());
            }
        }
        List<Region> merged = merged(top, rules.mergeWithin().orElse(0));
        if (merged.isEmpty()) {
            throw new UserException("no peak is left")
                    .in(String.join(
                            ", ", files.positives().stream().map(PeakFile::file).toList()))
                    .expected("at least one peak that can be used")
                    .found(reasons())
                    .remedy("check that peaks and genome are of one assembly, and that the blacklist, --length and"
                            + " --max-unknown are as intended");
        }
        return merged;
    }

    private void warnOfBlacklist() {
        Set<String> listed = files.blacklist().sequences();
        if (!listed.isEmpty() && listed.stream().noneMatch(lengths::containsKey)) {
            progress.warn(files.blacklistFile() + ": none of its sequences is in the genome, such as "
                    + listed.stream().sorted().findFirst().orElse("") + "; the blacklist has no effect");
        }
    }

    private String reasons() {
        List<String> texts = new ArrayList<>();
        for (int file = 0; file < files.positives().size(); file++) {
            dropped.byReason(file).forEach((reason, count) -> texts.add(count + " dropped: " + reason));
        }
        return String.join(", ", texts);
    }

    /**
     * The given negatives: those that overlap no positive record and no window of one.
     *
     * @param regions one region per record
     * @param peaks intervals of all positives and their windows, tagged with the numbers of the records
     */
    List<Region> given(List<Region> regions, IntervalIndex peaks, List<Peak> positives) {
        List<Region> usable = new ArrayList<>();
        for (Region region : usable(files.given(), regions)) {
            OptionalLong tag = peaks.overlap(region.sequence(), region.start(), region.start() + rules.length());
            if (tag.isPresent()) {
                Peak peak = positives.get((int) tag.getAsLong());
                dropped.add(
                        region.peak(),
                        Reason.PEAK,
                        "the window overlaps a peak or its window ("
                                + files.positives().get(peak.file()).file() + ", line " + peak.line() + ")");
            } else {
                usable.add(region);
            }
        }
        return merged(usable, 0);
    }

    private List<Region> usable(List<PeakFile> from, List<Region> regions) {
        List<Region> usable = new ArrayList<>();
        int next = 0;
        for (PeakFile file : from) {
            DroppedRegions outside = new DroppedRegions(file.file(), false);
            long beyond = 0;
            boolean anyKnown = false;
            for (Peak peak : file.peaks()) {
                Region region = regions.get(next++);
                Long bases = lengths.get(peak.sequence());
                anyKnown |= bases != null;
                beyond += bases != null && peak.end() > bases ? 1 : 0;
                if (isWithin(region, bases, outside) && isClean(region)) {
                    usable.add(region);
                }
            }
            if (!anyKnown) {
                throw outside.nothingLeft(lengths.keySet());
            }
            outside.warn(genome, lengths.keySet(), progress);
            if (beyond > 0) {
                progress.warn(file.file() + ": " + RecordFiles.records(beyond) + " of "
                        + file.peaks().size()
                        + (beyond == 1 ? " extends" : " extend")
                        + " beyond the end of the sequence: the peaks may be of another assembly than the genome");
            }
        }
        return usable;
    }

    private boolean isWithin(Region region, @Nullable Long bases, DroppedRegions outside) {
        Peak peak = region.peak();
        if (bases == null) {
            outside.unknown(peak.sequence(), peak.start(), peak.end(), peak.name(), peak.line());
            dropped.add(peak, Reason.NO_SEQUENCE, "the genome has no sequence " + peak.sequence());
            return false;
        }
        if (region.start() >= 0 && region.start() + rules.length() <= bases) {
            return true;
        }
        String what = peak.end() > bases ? "the region" : "the window of " + rules.length() + " bases";
        outside.outside(peak.sequence(), peak.start(), peak.end(), peak.name(), peak.line(), what, bases);
        dropped.add(
                peak,
                Reason.OUTSIDE,
                what + " is not within the " + bases + (bases == 1 ? " base" : " bases") + " of " + peak.sequence());
        return false;
    }

    private boolean isClean(Region region) {
        OptionalLong line =
                files.blacklist().overlap(region.sequence(), region.start(), region.start() + rules.length());
        if (line.isPresent()) {
            dropped.add(
                    region.peak(),
                    Reason.BLACKLIST,
                    "the window overlaps the blacklist (" + files.blacklistFile() + ", line " + line.getAsLong() + ")");
            return false;
        }
        int unknown = Composition.unknown(region.count());
        if (unknown > rules.unknownBases()) {
            dropped.add(
                    region.peak(),
                    Reason.UNKNOWN_BASES,
                    String.format(
                            Locale.ROOT,
                            "%d of the %d bases of the window are unknown (at most %d)",
                            unknown,
                            rules.length(),
                            rules.unknownBases()));
            return false;
        }
        region.setPoint(Composition.point(region.count(), rules.length()));
        return true;
    }

    private static List<Region> merged(List<Region> regions, int distance) {
        int[] into = PeakMerge.merged(regions.stream().map(Region::peak).toList(), distance);
        // The peaks are read before any is added to another region.
        List<Peak> peaks = regions.stream().map(Region::peak).toList();
        List<Region> merged = new ArrayList<>();
        for (int i = 0; i < into.length; i++) {
            if (into[i] == i) {
                merged.add(regions.get(i));
            } else {
                regions.get(into[i]).peaks().add(peaks.get(i));
            }
        }
        return merged;
    }
}

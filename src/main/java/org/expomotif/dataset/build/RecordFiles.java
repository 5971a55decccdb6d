package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.dataset.peak.IntervalIndex;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dataset.peak.PeakFile;
import org.expomotif.io.Inputs;
import org.expomotif.io.track.Bed;
import org.expomotif.run.Progress;

/**
 * The files of records of a run.
 *
 * @param positives files of positives
 * @param given files of given negatives
 * @param blacklist the intervals of the blacklist, tagged with their lines
 * @param blacklistFile name of the blacklist in messages; empty if there is none
 */
record RecordFiles(List<PeakFile> positives, List<PeakFile> given, IntervalIndex blacklist, String blacklistFile) {
    /** Reads the files and reports what the user should know about them. */
    static RecordFiles read(DatasetSettings settings, Progress progress) {
        DatasetSettings.Regions regions = settings.regions();
        List<PeakFile> positives = new ArrayList<>();
        List<PeakFile> given = new ArrayList<>();
        PeakFile.Reader reader = new PeakFile.Reader(
                regions.centre(), regions.rankedBy(), regions.top().isPresent());
        for (String file : settings.positives()) {
            positives.add(reader.read(file, positives.size()));
        }
        PeakFile.Reader negatives = new PeakFile.Reader(regions.centre(), Optional.empty(), false);
        for (String file : settings.negatives().given()) {
            given.add(negatives.read(file, positives.size() + given.size()));
        }
        positives.forEach(file -> report(file, progress));
        given.forEach(file -> report(file, progress));
        IntervalIndex blacklist = new IntervalIndex();
        regions.blacklist()
                .ifPresent(file -> Bed.forEachLine(
                        file, line -> blacklist.add(line.sequence(), line.start(), line.end(), line.number())));
        return new RecordFiles(
                positives,
                given,
                blacklist,
                regions.blacklist().map(Inputs::name).orElse(""));
    }

    private static void report(PeakFile file, Progress progress) {
        PeakFile.Counts counts = file.counts();
        String centre = file.centre() == WindowCentre.SUMMIT ? "summits (column 10)" : "middles";
        progress.note(file.file() + ": " + records(file.peaks().size()) + " in the format " + file.format()
                + "; windows are centred on the " + centre);
        if (counts.withoutSummit() > 0) {
            progress.note(file.file() + ": " + records(counts.withoutSummit())
                    + " with -1 in column 10; their windows are centred on the middles");
        }
        if (counts.reverse() > 0) {
            progress.note(file.file() + ": " + records(counts.reverse())
                    + " on the minus strand; their sequences are reverse complements");
        }
        if (counts.unsorted() > 0) {
            progress.note(file.file() + ": " + records(counts.unsorted()) + " out of order; the order does not matter");
        }
        if (counts.strandsAsNames() > 0) {
            progress.warn(file.file() + ": column 4 holds a strand instead of a name in "
                    + records(counts.strandsAsNames()) + "; it is not used, as the strand of BED is column 6");
        }
        if (counts.unusedSummits() > 0) {
            progress.warn(file.file() + ": " + records(counts.unusedSummits())
                    + " with the columns of narrowPeak, but not the first one: all windows are centred on the middles");
        }
    }

    static String records(long count) {
        return count == 1 ? "1 record" : count + " records";
    }

    /** The names of the files by the numbers that their records give. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        positives.forEach(file -> names.add(file.file()));
        given.forEach(file -> names.add(file.file()));
        return names;
    }

    /** The records of all positives, in the order of files and lines. */
    List<Peak> peaks() {
        List<Peak> peaks = new ArrayList<>();
        positives.forEach(file -> peaks.addAll(file.peaks()));
        return peaks;
    }
}

package org.expomotif.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.sequence.SequenceListener;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.DroppedRegions;
import org.expomotif.io.track.NarrowPeak;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * Windows of a genome, one per region in the order of the regions. A window has the length of the model's input and is
 * centred on the summit or the middle of its region; on the minus strand it is the reverse complement. Its name gives
 * its coordinates ({@link GenomeWindow#sequence}). The genome is read once and not kept in memory.
 */
public final class GenomeRegions implements SequenceSource {
    private final String bed;
    private final String genome;
    private final int length;
    private final WindowCentre centre;
    private final OutsideRule rule;
    private final Warnings warnings;
    private final Map<String, Long> lengths = new HashMap<>();
    private final DroppedRegions dropped;
    private final List<GenomeWindow> windows = new ArrayList<>();
    private boolean narrowPeak;
    private long unusedSummits;
    private long strandsAsNames;
    private @Nullable Survey survey;

    /** Receives what is read besides the windows: first all regions, then the genome, then the windows. */
    public interface Survey extends SequenceListener {
        /** Receives a region and its window as one interval, which may extend beyond its sequence. */
        void region(String sequence, long start, long end);

        /** Receives the letters of the plus strand of a window that is not left out. */
        void window(byte[] letters);
    }

    /**
     * Creates the windows of the regions of a BED file; nothing is read yet.
     *
     * @param length bases per window
     * @param rule whether windows that extend beyond their sequence are rejected or skipped
     * @param listed whether a table of the dropped regions is written
     * @param warnings receives warnings about the genome
     */
    public GenomeRegions(
            String bed,
            String genome,
            int length,
            WindowCentre centre,
            OutsideRule rule,
            boolean listed,
            Warnings warnings) {
        if (rule == OutsideRule.CLIP) {
            throw new IllegalArgumentException("a window cannot be clipped");
        }
        this.bed = bed;
        this.genome = genome;
        this.length = length;
        this.centre = centre;
        this.rule = rule;
        this.warnings = warnings;
        this.dropped = new DroppedRegions(bed, listed);
    }

    /** Also passes what is read to a survey. */
    public void pass(Survey to) {
        survey = to;
    }

    @Override
    public String name() {
        return Inputs.name(bed);
    }

    @Override
    public List<String> files() {
        return List.of(bed, genome);
    }

    @Override
    public Map<String, Integer> genomeLengths() {
        Map<String, Integer> ints = new HashMap<>();
        lengths.forEach((sequence, bases) -> {
            if (bases > Integer.MAX_VALUE) {
                throw new UserException("the sequence is too long for a bigWig file")
                        .in(Inputs.name(genome))
                        .atRecord("sequence " + sequence)
                        .expected("at most " + Integer.MAX_VALUE + " bases")
                        .found(String.valueOf(bases))
                        .remedy("write a bedGraph");
            }
            ints.put(sequence, bases.intValue());
        });
        return ints;
    }

    @Override
    public long count() {
        read();
        return windows.size();
    }

    @Override
    public void forEach(Consumer<DnaSequence> consumer) {
        read();
        List<String> ids = GenomeWindow.ids(windows);
        for (int i = 0; i < ids.size(); i++) {
            consumer.accept(windows.get(i).sequence(ids.get(i)));
        }
    }

    @Override
    public void report(Progress progress) {
        if (narrowPeak) {
            progress.note(name() + " is narrowPeak: windows are centred on the summits (column 10)");
        }
        if (unusedSummits > 0) {
            progress.warn(name() + ": " + unusedSummits + (unusedSummits == 1 ? " line looks" : " lines look")
                    + " like narrowPeak, but not the first one: all windows are centred on the middles");
        }
        if (!narrowPeak && centre == WindowCentre.SUMMIT && FileSuffix.isOneOf(bed, List.of(".narrowpeak"))) {
            progress.warn(name() + ": its lines do not have the columns of narrowPeak: all windows are centred on the"
                    + " middles");
        }
        if (strandsAsNames > 0) {
            progress.warn(name() + ": column 4 holds a strand instead of a name in " + strandsAsNames
                    + (strandsAsNames == 1 ? " line" : " lines")
                    + "; it is not used, as the strand of BED is column 6");
        }
        dropped.warn(genome, lengths.keySet(), progress);
    }

    @Override
    public Optional<DroppedRegions> dropped() {
        return Optional.of(dropped);
    }

    private void read() {
        if (!lengths.isEmpty()) {
            return;
        }
        List<GenomeWindow> all = readRegions();
        Map<String, List<GenomeWindow>> bySequence = new HashMap<>();
        for (GenomeWindow window : all) {
            bySequence
                    .computeIfAbsent(window.sequence(), name -> new ArrayList<>())
                    .add(window);
        }
        bySequence.values().forEach(list -> list.sort(Comparator.comparingLong(GenomeWindow::first)));
        if (survey != null) {
            for (GenomeWindow window : all) {
                survey.region(
                        window.sequence(),
                        Math.min(window.first(), window.start()),
                        Math.max(window.last(), window.end()));
            }
        }
        SequenceFile.stream(genome, RepeatedNames.REFUSED, warnings, new Cutter(bySequence));
        if (bySequence.keySet().stream().noneMatch(lengths::containsKey)) {
            all.forEach(this::dropUnknown);
            throw dropped.nothingLeft(lengths.keySet());
        }
        all.stream().filter(this::isInside).forEach(windows::add);
        if (dropped.hasOutside() && (rule == OutsideRule.REFUSE || windows.isEmpty())) {
            throw dropped.refusal(rule);
        }
        if (survey != null) {
            for (GenomeWindow window : windows) {
                survey.window(window.letters());
            }
        }
    }

    private List<GenomeWindow> readRegions() {
        List<GenomeWindow> all = new ArrayList<>();
        Bed.forEachLine(bed, line -> {
            boolean summit = centre == WindowCentre.SUMMIT && NarrowPeak.matches(line);
            narrowPeak = all.isEmpty() ? summit : narrowPeak;
            unusedSummits += summit && !narrowPeak ? 1 : 0;
            int base = narrowPeak ? WindowCentre.summit(line) : WindowCentre.middle(line);
            strandsAsNames += GenomeWindow.hasStrandAsName(line) ? 1 : 0;
            all.add(GenomeWindow.around(line, base, length));
        });
        if (all.isEmpty()) {
            throw new UserException("the file has no regions")
                    .in(name())
                    .expected("one region per line: sequence, start, end")
                    .remedy("check that the step that wrote it succeeded");
        }
        return all;
    }

    private void dropUnknown(GenomeWindow window) {
        dropped.unknown(window.sequence(), window.start(), window.end(), window.name(), window.line());
    }

    /** Whether a window lies within its sequence; drops its region otherwise. */
    private boolean isInside(GenomeWindow window) {
        Long bases = lengths.get(window.sequence());
        if (bases == null) {
            dropUnknown(window);
            return false;
        }
        boolean isInside = window.first() >= 0 && window.last() <= bases;
        if (!isInside) {
            String what = window.end() > bases ? "the region" : "the window of " + length + " bases around the region";
            dropped.outside(window.sequence(), window.start(), window.end(), window.name(), window.line(), what, bases);
        }
        return isInside;
    }

    /** Fills the windows while the genome is read. */
    private final class Cutter implements SequenceListener {
        private final Map<String, List<GenomeWindow>> bySequence;
        private String name = "";
        /** Windows of the current sequence, sorted by start. */
        private List<GenomeWindow> targets = List.of();

        private int first;
        private long position;

        Cutter(Map<String, List<GenomeWindow>> bySequence) {
            this.bySequence = bySequence;
        }

        @Override
        public void begin(String sequence, String description) {
            name = sequence;
            targets = bySequence.getOrDefault(sequence, List.of());
            first = 0;
            position = 0;
            if (survey != null) {
                survey.begin(sequence, description);
            }
        }

        @Override
        public void letters(byte[] source, int from, int to) {
            long end = position + to - from;
            // Windows are sorted by start and have equal lengths, so those that have ended come first.
            while (first < targets.size() && targets.get(first).last() <= position) {
                first++;
            }
            for (int i = first; i < targets.size() && targets.get(i).first() < end; i++) {
                targets.get(i).fill(position, source, from, to);
            }
            position = end;
            if (survey != null) {
                survey.letters(source, from, to);
            }
        }

        @Override
        public void end() {
            lengths.put(name, position);
            if (survey != null) {
                survey.end();
            }
        }
    }
}

package org.expomotif.dataset.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.expomotif.dataset.Split;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.peak.PeakFile;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.Shuffles;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.sequence.FastaWriter;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.Provenance;

/** Writes the sequences, their labels and their regions: positives, given negatives, drawn ones, shuffles. */
final class DatasetFiles {
    private final DatasetSettings settings;
    private final ChromosomeGroups groups;
    private final List<PeakFile> positives;
    private final List<String> fileNames;
    private final Path folder;
    private final Provenance provenance;
    private final RegionNames names;

    /**
     * Numbers of what was written.
     *
     * @param shuffles shuffled negatives by group
     * @param divisions sequences by split, for each table of labels
     */
    record Counts(long[] shuffles, List<Map<Split, Long>> divisions) {}

    DatasetFiles(
            DatasetSettings settings,
            ChromosomeGroups groups,
            RecordFiles files,
            Path folder,
            Provenance provenance,
            RegionNames names) {
        this.settings = settings;
        this.groups = groups;
        this.positives = files.positives();
        this.fileNames = files.names();
        this.folder = folder;
        this.provenance = provenance;
        this.names = names;
    }

    /** Writes sequences, labels and regions, in the order of the regions and then of the shuffles. */
    Counts write(List<Region> regions, WindowLetters letters) {
        List<OutputSink> tables = new ArrayList<>();
        try (FastaWriter fasta = FastaWriter.open(path(DatasetRun.SEQUENCES));
                OutputSink bed = Outputs.open(path(DatasetRun.REGIONS))) {
            ChromosomeGroups.labelFiles(settings.split()).forEach(name -> tables.add(Outputs.open(path(name))));
            Writing writing = new Writing(fasta, bed, tables);
            provenance.head().forEach(comment -> line(bed, "# " + comment));
            String header = "id\tsplit\t" + String.join("\t", settings.classes());
            tables.forEach(table -> line(table, header));
            regions.forEach(region -> writing.region(region, letters));
            if (settings.negatives().shuffled()) {
                writing.shuffles(regions, letters);
            }
            provenance.tail().forEach(comment -> line(bed, "# " + comment));
            fasta.commit();
            bed.commit();
            tables.forEach(OutputSink::commit);
            return writing.counts;
        } finally {
            tables.forEach(OutputSink::close);
        }
    }

    /** Writes the table of compositions. */
    void write(List<SplitComposition> composition) {
        TsvWriter.write(path(DatasetRun.COMPOSITION), CompositionRow.class, provenance, CompositionRow.of(composition));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void line(OutputSink sink, String text) {
        try {
            sink.stream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Writing {
        private final FastaWriter fasta;
        private final OutputSink bed;
        private final List<OutputSink> tables;
        private final ClassLabels labels =
                new ClassLabels(positives, settings.regions().length());
        private final String negative = "\t0".repeat(settings.classes().size());
        private final Counts counts = new Counts(new long[groups.number()], new ArrayList<>());

        Writing(FastaWriter fasta, OutputSink bed, List<OutputSink> tables) {
            this.fasta = fasta;
            this.bed = bed;
            this.tables = tables;
            tables.forEach(table -> counts.divisions().add(new EnumMap<>(Split.class)));
        }

        void region(Region region, WindowLetters letters) {
            fasta.write(new DnaSequence(
                    region.id(),
                    "range=" + region.sequence() + ":" + (region.start() + 1) + "-"
                            + (region.start() + settings.regions().length()) + " strand="
                            + (region.reverse() ? "-" : "+"),
                    letters.of(region)));
            StringBuilder cells = new StringBuilder();
            for (int i = 0; i < settings.classes().size(); i++) {
                cells.append('\t').append(labels.text(region, i));
            }
            labels(region.id(), groups.group(region.sequence()), cells.toString());
            line(bed, bedLine(region));
        }

        private void labels(String id, int group, String cells) {
            for (int division = 0; division < tables.size(); division++) {
                Split split = groups.split(group, division);
                line(tables.get(division), id + "\t" + split.word() + cells);
                counts.divisions().get(division).merge(split, 1L, Long::sum);
            }
        }

        private String bedLine(Region region) {
            List<String> ofClasses = new ArrayList<>();
            for (int i = 0; i < settings.classes().size(); i++) {
                if (labels.isPositive(region, i)) {
                    ofClasses.add(settings.classes().get(i));
                }
            }
            String records = region.peaks().stream()
                    .map(peak -> fileNames.get(peak.file()).replaceAll("[\\t\\r\\n]", " ") + ":" + peak.line())
                    .collect(Collectors.joining(","));
            double score = region.peaks().isEmpty() ? 0 : region.peak().score();
            double strength =
                    region.peaks().isEmpty() ? Double.NaN : region.peak().rank();
            return String.join(
                    "\t",
                    region.sequence(),
                    Long.toString(region.start()),
                    Long.toString(region.start() + settings.regions().length()),
                    region.id(),
                    Long.toString(Math.clamp(Math.round(score), 0, 1000)),
                    region.reverse() ? "-" : "+",
                    groups.name(groups.group(region.sequence())),
                    region.source().word(),
                    ofClasses.isEmpty() ? "." : String.join(",", ofClasses),
                    fraction(Composition.gc(region.point())),
                    fraction(Composition.repeats(region.point())),
                    records.isEmpty() ? "." : records,
                    Double.isNaN(strength) ? "." : CFormat.g(strength, 10));
        }

        /**
         * Writes the shuffles: of the first i positives {@code floor(i * ratio)} in all, so that each has as many as
         * any other, up to one.
         */
        void shuffles(List<Region> regions, WindowLetters letters) {
            SplittableRandom random = new SplittableRandom(settings.seed());
            long made = 0;
            long positive = 0;
            for (Region region : regions) {
                if (region.source() != Region.Source.POSITIVE) {
                    continue;
                }
                long wanted =
                        (long) Math.floor(++positive * settings.negatives().ratio() + 1e-9);
                byte[] codes = Nucleotide.codes(letters.of(region));
                for (; made < wanted; made++) {
                    byte[] shuffled = Nucleotide.letters(Shuffles.dinucleotides(codes, random.split()));
                    String id = names.ofShuffle(region.id());
                    int group = groups.group(region.sequence());
                    fasta.write(new DnaSequence(id, "", shuffled));
                    labels(id, group, negative);
                    counts.shuffles()[group]++;
                }
            }
        }
    }

    private static String fraction(int steps) {
        return String.format(Locale.ROOT, "%.3f", (double) steps / Composition.STEPS);
    }
}

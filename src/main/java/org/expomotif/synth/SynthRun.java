package org.expomotif.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.expomotif.dataset.Split;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.sequence.FastaWriter;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedSite;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/** Generates a synthetic data set: files with sequences, labels, sites and motifs in one folder. */
public final class SynthRun {
    private static final int PROGRESS_STEP = 1_000;
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALID, Split.TEST);

    private final SynthTask task;
    private final SynthSettings settings;
    private final BaseSource bases;
    private final List<Motif> motifs;
    private final List<MotifSampler> samplers;
    private final List<MotifDraw> draws;

    /**
     * Creates a run.
     *
     * @param task motifs and labels
     * @param settings sizes and seed
     * @param bases source of the bases outside the motifs
     * @throws UserException when a motif is too wide for the sequences
     */
    public SynthRun(SynthTask task, SynthSettings settings, BaseSource bases) {
        this.task = task;
        this.settings = settings;
        this.bases = bases;
        this.motifs = task.motifs();
        this.samplers = motifs.stream().map(MotifSampler::new).toList();
        this.draws = IntStream.range(0, task.kinds())
                .mapToObj(kind -> new MotifDraw(motifs, task.choices(kind), task.minimumMotifs(), settings.length()))
                .toList();
    }

    /** The names of the files that a run writes. */
    public static List<String> files(boolean gzip) {
        String suffix = gzip ? ".gz" : "";
        return List.of("sequences.fa" + suffix, "labels.tsv" + suffix, "sites.bed" + suffix, "motifs.meme");
    }

    /**
     * Writes {@code sequences.fa}, {@code labels.tsv}, {@code sites.bed} and {@code motifs.meme}.
     *
     * @param folder output folder, created if it is missing
     * @return the files written
     * @throws UserException when the folder cannot be created
     */
    public List<Path> write(Path folder, Progress progress) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserException("the output folder cannot be created", e)
                    .in(folder)
                    .remedy("give --out-dir a folder that you may write to");
        }
        List<Path> files = files(settings.gzip()).stream().map(folder::resolve).toList();
        Path sequenceFile = files.get(0);
        Path labelFile = files.get(1);
        Path siteFile = files.get(2);
        Path motifFile = files.get(3);
        progress.start("planting motifs", settings.sequences(), "sequences");
        try (FastaWriter sequences = FastaWriter.open(sequenceFile.toString());
                OutputSink labels = Outputs.open(labelFile.toString());
                Bed.Writer sites = Bed.writer(siteFile.toString(), List.of())) {
            labels.write("id\tsplit\t" + String.join("\t", task.classes()) + "\n");
            SplittableRandom order = SequenceStreams.ofRun(settings.seed(), SequenceStreams.Use.ORDER);
            Urn splits = splits();
            Urn kinds = kinds();
            for (int i = 0; i < settings.sequences(); i++) {
                Split split = SPLITS.get(splits.draw(order));
                writeSequence(i, split, kinds.draw(order), sequences, labels, sites);
                if ((i + 1) % PROGRESS_STEP == 0) {
                    progress.advance(PROGRESS_STEP);
                }
            }
            sequences.commit();
            labels.commit();
            sites.commit();
        }
        MemeWriter.write(
                motifFile.toString(), new MotifSet(motifs, Optional.of(Background.UNIFORM)), List.of("planted motifs"));
        progress.finish();
        return files;
    }

    private Urn splits() {
        int n = settings.sequences();
        long train = Math.round(n * settings.train());
        long trainAndValid = Math.min(n, Math.round(n * (settings.train() + settings.valid())));
        return new Urn(train, trainAndValid - train, n - trainAndValid);
    }

    private Urn kinds() {
        long[] sizes = new long[task.kinds()];
        for (int kind = 0; kind < sizes.length; kind++) {
            sizes[kind] = (settings.sequences() + sizes.length - 1L - kind) / sizes.length;
        }
        return new Urn(sizes);
    }

    private void writeSequence(
            int index, Split split, int kind, FastaWriter sequences, OutputSink labels, Bed.Writer sites) {
        SplittableRandom random = SequenceStreams.ofSequence(settings.seed(), index);
        Placement[] planted = draws.get(kind).draw(random);
        byte[] letters = new byte[settings.length()];
        bases.fill(letters, random);
        String name = "seq" + (index + 1);
        for (Placement place : planted) {
            samplers.get(place.motif()).write(letters, place.start(), place.reverse(), random);
            Motif motif = motifs.get(place.motif());
            char strand = place.reverse() ? '-' : '+';
            sites.write(new BedSite(name, place.start(), place.start() + motif.width(), motif.id(), 0, strand));
        }
        sequences.write(new DnaSequence(name, "", letters));
        StringBuilder line = new StringBuilder(name).append('\t').append(split.word());
        for (boolean label : task.labels(
                kind, Arrays.stream(planted).mapToInt(Placement::motif).toArray())) {
            line.append(label ? "\t1" : "\t0");
        }
        labels.write(line.append('\n').toString());
    }
}

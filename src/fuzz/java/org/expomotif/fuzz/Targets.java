package org.expomotif.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.expomotif.benchmark.HitScores;
import org.expomotif.compare.MotifMatch;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.dataset.hdf5.Hdf5Dataset;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dataset.peak.PeakColumn;
import org.expomotif.dataset.peak.PeakFile;
import org.expomotif.dataset.peak.PeakMerge;
import org.expomotif.dl4j.Dl4j;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.PositionRange;
import org.expomotif.io.Inputs;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.sequence.FastaWriter;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.table.TsvReader;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedSite;
import org.expomotif.io.track.NarrowPeak;
import org.expomotif.io.vcf.VcfReader;
import org.expomotif.io.vcf.VcfRecord;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.expomotif.scan.matrix.BackgroundFile;
import org.expomotif.synth.PlantedTruth;
import org.expomotif.train.FuzzedCheckpoint;

/** All parsers, each with what it reads of an input. */
final class Targets {
    /** The name of the file that is read, or the start of it where there are several. */
    static final String INPUT = "input";

    private static final int LENGTH = 40;

    private interface FileParser {
        void parse(String file) throws IOException;
    }

    private Targets() {}

    /** All targets, in the order in which the runner takes them. */
    static List<Target> all() {
        return List.of(
                file("motifs", Targets::motifs),
                file("sequences", Targets::sequences),
                file("genbank", Targets::sequences),
                file("twobit", Targets::twoBit),
                new Target("indexed", Targets::indexed),
                file("bed", Targets::bed),
                file("vcf", Targets::vcf),
                file("peaks", Targets::peaks),
                new Target("hdf5", Targets::hdf5),
                file("sites", Targets::sites),
                file("labels", Targets::labels),
                file("background", BackgroundFile::read),
                file("network", file -> NetworkSpec.read(file, LENGTH, 2)),
                new Target("model", (input, folder) -> model(write(folder, Packed.zip(Packed.unpack(input))))),
                file("model-zip", Targets::model),
                new Target("npy", (input, folder) -> npy(input)),
                new Target("npz", (input, folder) -> npz(write(folder, Packed.zip(Packed.unpack(input))))),
                file("npz-zip", Targets::npz),
                new Target("checkpoint", FuzzedCheckpoint::parse),
                new Target("parts", Parts::scans),
                new Target("array-parts", Parts::arrays),
                file("matches", file -> TsvReader.readAll(file, MotifMatch.class)),
                new Target("headers", (input, folder) -> headers(input)),
                new Target("dl4j", Targets::dl4j));
    }

    private static Target file(String name, FileParser parser) {
        return new Target(name, (input, folder) -> parser.parse(write(folder, input)));
    }

    private static String write(Path folder, byte[] content) throws IOException {
        return Files.write(folder.resolve(INPUT), content).toString();
    }

    private static void same(boolean isSame, String what) {
        if (!isSame) {
            throw new AssertionError("read back, " + what + " differ");
        }
    }

    private static void motifs(String file) throws IOException {
        MotifSet read = MotifFile.read(file);
        String meme = file + ".meme";
        MemeWriter.write(meme, read, List.of());
        byte[] once = Files.readAllBytes(Path.of(meme));
        try {
            MemeWriter.write(meme, MotifFile.read(meme), List.of());
        } catch (UserException e) {
            throw new AssertionError("motifs that were written are not read", e);
        }
        same(Arrays.equals(once, Files.readAllBytes(Path.of(meme))), "motifs");
    }

    private static void sequences(String file) throws IOException {
        List<DnaSequence> read = SequenceFile.readAll(file);
        SequenceFile.expectedBases(file);
        String fasta = file + ".fa";
        FastaWriter.write(fasta, read);
        byte[] once = Files.readAllBytes(Path.of(fasta));
        FastaWriter.write(fasta, SequenceFile.readAll(fasta));
        same(Arrays.equals(once, Files.readAllBytes(Path.of(fasta))), "sequences");
    }

    private static void twoBit(String file) {
        SequenceFile.readAll(file);
        parts(file);
    }

    /** A FASTA file, plain or bgzip, with its indexes. */
    private static void indexed(byte[] input, Path folder) throws IOException {
        List<String> names = List.of(INPUT + ".fa", INPUT + ".fa.fai", INPUT + ".fa.gzi");
        for (String name : names) {
            Files.deleteIfExists(folder.resolve(name));
        }
        for (Packed.Piece piece : Packed.unpack(input)) {
            if (names.contains(INPUT + piece.name())) {
                Files.write(folder.resolve(INPUT + piece.name()), piece.content());
            }
        }
        parts(folder.resolve(names.getFirst()).toString());
    }

    private static void parts(String file) {
        Optional<IndexedSequences> opened = IndexedSequences.open(file, Warnings.NONE);
        if (opened.isEmpty()) {
            return;
        }
        try (IndexedSequences sequences = opened.get()) {
            for (String name :
                    sequences.names().subList(0, Math.min(100, sequences.names().size()))) {
                long length = sequences.length(name);
                sequences.letters(name, 0, Math.min(length, 70));
                sequences.letters(name, length / 2, Math.min(length, length / 2 + 1000));
                sequences.letters(name, Math.max(0, length - 5), length);
            }
        }
    }

    private static void bed(String file) {
        Bed.forEachLine(file, line -> {
            if (NarrowPeak.matches(line)) {
                NarrowPeak.summit(line);
            }
        });
        List<BedSite> read = Bed.readAll(file);
        String written = file + ".bed";
        Bed.write(written, List.of(), read);
        List<BedSite> once = Bed.readAll(written);
        Bed.write(written, List.of(), once);
        same(once.size() == read.size() && once.equals(Bed.readAll(written)), "sites");
        for (int i = 0; i < read.size(); i++) {
            BedSite a = read.get(i);
            BedSite b = once.get(i);
            same(a.sequence().equals(b.sequence()) && a.start() == b.start() && a.end() == b.end(), "places");
        }
    }

    /** The lines of a VCF file, which must be the same after a field is added and taken away. */
    private static void vcf(String file) {
        try (VcfReader reader = VcfReader.open(Inputs.open(file), file)) {
            for (VcfRecord record = reader.next(); record != null; record = reader.next()) {
                record.alts();
                String longer = record.withInfo("X=1");
                same(longer.length() > record.line().length() && longer.contains("X=1"), "INFO");
            }
        }
    }

    /** Peaks with every choice of centre and rank, and their merge. */
    private static void peaks(String file) {
        for (WindowCentre centre : WindowCentre.values()) {
            List<Peak> read = new PeakFile.Reader(centre, Optional.empty(), false)
                    .read(file, 0)
                    .peaks();
            int[] into = PeakMerge.merged(read, 10);
            for (int i = 0; i < into.length; i++) {
                same(into[into[i]] == into[i], "merged peaks");
                same(
                        centre == WindowCentre.SUMMIT
                                || read.get(i).centre() >= read.get(i).start(),
                        "centres");
            }
        }
        new PeakFile.Reader(WindowCentre.SUMMIT, PeakColumn.parse("q-value"), true).read(file, 0);
    }

    private static void hdf5(byte[] input, Path folder) throws IOException {
        Hdf5Dataset.write(List.of(write(folder, input)), Optional.empty(), folder, Progress.NONE);
    }

    private static void sites(String file) {
        DnaSequence sequence = new DnaSequence("seq1", "", "ACGT".repeat(250).getBytes(StandardCharsets.US_ASCII));
        try {
            PlantedTruth.read(file).informative("seq1", 1000);
        } finally {
            HitScores.read(file).of(sequence);
        }
    }

    private static void labels(String file) {
        Labels read = Labels.read(file);
        String written = file + ".tsv";
        read.write(written);
        Labels again = Labels.read(written);
        same(
                again.classes().equals(read.classes())
                        && again.rows().size() == read.rows().size(),
                "labels");
        for (int i = 0; i < read.rows().size(); i++) {
            Labels.Row a = read.rows().get(i);
            Labels.Row b = again.rows().get(i);
            same(
                    a.id().equals(b.id()) && a.split() == b.split() && Arrays.equals(a.values(), b.values()),
                    "rows of labels");
        }
    }

    private static void model(String file) throws IOException {
        Model read = Model.read(file);
        String written = file + ".zip";
        read.write(written);
        byte[] once = Files.readAllBytes(Path.of(written));
        Model.read(written).write(written);
        same(Arrays.equals(once, Files.readAllBytes(Path.of(written))), "models");
    }

    private static void npy(byte[] input) throws IOException {
        NpyArray read = NpyArray.read(new ByteArrayInputStream(input), INPUT);
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        read.write(once);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        NpyArray.read(new ByteArrayInputStream(once.toByteArray()), INPUT).write(twice);
        same(Arrays.equals(once.toByteArray(), twice.toByteArray()), "arrays");
    }

    private static void npz(String file) throws IOException {
        String written = file + ".npz";
        Npz.write(written, Npz.read(file));
        byte[] once = Files.readAllBytes(Path.of(written));
        Npz.write(written, Npz.read(written));
        same(Arrays.equals(once, Files.readAllBytes(Path.of(written))), "arrays");
    }

    private static void headers(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int gap = text.indexOf('\n');
        String name = gap < 0 ? text : text.substring(0, gap);
        PositionRange.parse(name);
        GenomicName.parse(name, gap < 0 ? "" : text.substring(gap + 1)).ifPresent(found -> found.place(200));
    }

    /** The zip of DL4J, where its libraries are there. */
    private static void dl4j(byte[] input, Path folder) throws IOException {
        String file = write(folder, Packed.zip(Packed.unpack(input)));
        if (Dl4j.isInstalled()) {
            Dl4j.read(file, LENGTH);
        }
    }
}

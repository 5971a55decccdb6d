package org.expomotif.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.expomotif.command.Main;
import org.expomotif.dl4j.Dl4j;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.network.model.Model;
import org.expomotif.run.Warnings;
import org.expomotif.train.FuzzedCheckpoint;

/**
 * Writes what the fuzzer starts from, a folder for each target: the files of test-data that are small enough, and files
 * that the program makes from them.
 */
public final class Seeds {
    private static final int MAXIMUM_BYTES = 1 << 16;
    private static final Path DATA = Path.of("test-data");
    private static final String GALAXY = "test-data/galaxy/";
    private static final String FASTA = ">a first\nACGTNacgtn\nRYKAC\n>b:101-108(-)\nGGGTTTAC\n";

    /** A .2bit file of the sequence a, ACGTN in lower case. */
    private static final String TWO_BIT =
            "4327411a 00000000 01000000 00000000 01 61 16000000 05000000 01000000 04000000"
                    + " 01000000 01000000 00000000 05000000 00000000 9c 00";

    private final Path folder;
    private final Path made;

    private Seeds(Path folder, Path made) {
        this.folder = folder;
        this.made = made;
    }

    /** Writes all seeds below the folder that is named first, with temporary files in the second. */
    public static void main(String[] arguments) throws IOException {
        Seeds seeds = new Seeds(Path.of(arguments[0]), Path.of(arguments[1]));
        seeds.motifs();
        seeds.sequences();
        seeds.indexed();
        seeds.tables();
        seeds.models();
        seeds.arrays();
        seeds.parts();
        seeds.headers();
        seeds.all();
        System.exit(0); // native libraries leave threads behind
    }

    private void add(String target, String name, byte[] content) throws IOException {
        if (content.length <= MAXIMUM_BYTES) {
            Files.createDirectories(folder.resolve(target));
            Files.write(folder.resolve(target).resolve(name), content);
        }
    }

    private void add(String target, String name, String content) throws IOException {
        add(target, name, bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Path> data(String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(file -> DATA.relativize(file).toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private void addData(String target, String pattern) throws IOException {
        for (Path file : data(pattern)) {
            add(target, DATA.relativize(file).toString().replace('/', '-'), Files.readAllBytes(file));
        }
    }

    private void motifs() throws IOException {
        addData("motifs", "motifs/.*|.*\\.meme|cases/.*(motif|pcm)|cases/cisbp.txt");
        add("motifs", "jaspar", ">MA0001.1\tAGL3\nA [ 0 3 79 ]\nC [ 94 75 4 ]\nG [ 1 0 3 ]\nT [ 2 19 11 ]\n");
        add("motifs", "transfac", "AC M1\nXX\nID V$ONE\nPO A C G T\n01 1 2 3 4 N\n02 0 0 10 0 G\nXX\n//\n");
    }

    private void sequences() throws IOException {
        addData("sequences", ".*\\.fa(\\.gz)?");
        add("sequences", "fasta", FASTA);
        add("sequences", "gzip", gzip(FASTA));
        add("sequences", "bgzip", bgzip(FASTA));
        addData("genbank", ".*\\.gb");
        add("genbank", "joined", """
                LOCUS       AB000001                  12 bp    DNA     linear   UNK
                DEFINITION  none.
                ACCESSION   AB000001
                VERSION     AB000001.1
                FEATURES             Location/Qualifiers
                     source          1..12
                                     /organism="x"
                     CDS             complement(join(1..3,5..>6))
                CONTIG      join(AB1.1:1..4,gap(10),complement(AB2.1:5..9))
                ORIGIN
                        1 acgtacgtac gt
                //
                """);
        add("twobit", "masked", HexFormat.of().parseHex(TWO_BIT.replace(" ", "")));
    }

    private void indexed() throws IOException {
        for (boolean packed : List.of(false, true)) {
            Path fasta = made.resolve(packed ? "packed.fa" : "plain.fa");
            Files.write(fasta, packed ? bgzip(FASTA.replace("RYK", "ACGTACGTAA\n".repeat(7_000))) : bytes(FASTA));
            IndexedSequences.open(fasta.toString(), Warnings.NONE).orElseThrow().close();
            List<Packed.Piece> pieces = new ArrayList<>();
            for (String suffix : List.of(".fa", ".fa.fai", ".fa.gzi")) {
                Path file = Path.of(fasta.toString().replaceFirst("\\.fa$", suffix));
                if (Files.exists(file)) {
                    pieces.add(new Packed.Piece(suffix, Files.readAllBytes(file)));
                }
            }
            add("indexed", packed ? "packed" : "plain", Packed.pack(pieces));
            add("indexed", packed ? "packed-alone" : "plain-alone", Packed.pack(pieces.subList(0, 1)));
        }
    }

    private void tables() throws IOException {
        addData("bed", ".*\\.bed");
        add("bed", "browser", "track name=x\n# c\nchr1\t0\t10\tm\t0.5\t+\nchr2\t5\t9\n");
        add("bed", "narrow-peak", "chr1\t0\t10\tp\t500\t.\t3.5\t7.1\t5.2\t4\n");
        add("bed", "twelve", "chr1\t0\t10\tt\t500\t-\t2\t5\t0,0,255\t2\t3,4\t0,6\n");
        addData("vcf", "galaxy/variants.vcf");
        add(
                "vcf",
                "small",
                "##fileformat=VCFv4.3\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nchr1\t5\t.\tA\tC,<DEL>\t.\t.\tDB\n");
        addData("peaks", "galaxy/regions.bed");
        add("peaks", "narrow", "chr1\t0\t10\tp\t500\t.\t3.5\t7.1\t5.2\t4\nchr1\t5\t9\tq\t1\t-\t1\t2\t3\t-1\n");
        add("peaks", "broad", "chr1\t0\t10\tp\t500\t.\t3.5\t7.1\t5.2\n");
        add("peaks", "summits", "chr1\t7\t8\tp\t55.5\nchr1\t3\t4\tp\t7\n");
        add("peaks", "four", "chr1\t7\t18\t+\nchr2\t3\t14\t-\n");
        addData("hdf5", "hdf5/.*\\.(h5|mat)");
        addData("sites", "galaxy/sites.bed");
        add("sites", "scanned", "seq1\t11\t14\tM1\t812\t+\t12.25\t1.5e-5\t0.012\tCGA\n");
        add("sites", "fimo", """
                motif_id\tmotif_alt_id\tsequence_name\tstart\tstop\tstrand\tscore\tp-value\tq-value\tmatched_sequence
                M1\t\tseq1\t12\t14\t+\t12.25\t1.5e-05\t0.012\tCGA
                """);
        addData("labels", ".*labels.tsv");
        add("labels", "gaps", "id\tsplit\tA\tB\na\ttrain\t0\t1\nb\ttest\tNA\t0\nc\tvalid\t1\t1\n");
        addData("background", ".*background.*txt");
        add("background", "order-1", "# order 1\nA 0.3\nC 0.2\nG 0.2\nT 0.3\nAA 0.1\n");
        addData("matches", "galaxy/matches.tsv");
        addData("network", ".*\\.json");
        add("network", "all-kinds", """
                {"name": "n", "layers": [
                  {"type": "convolution", "filters": 3, "width": 5, "padding": "valid", "batchNorm": true,
                   "activation": "shift-scale-relu", "dropout": 0.1},
                  {"type": "residual", "width": 3, "batchNorm": false},
                  {"type": "max-pool", "size": 4, "padding": "same"},
                  {"type": "dense", "units": 2, "batchNorm": true, "activation": "sigmoid", "dropout": 0.5}]}
                """);
    }

    private void models() throws IOException {
        Path network = made.resolve("network.json");
        Files.writeString(
                network,
                "{\"layers\": [{\"type\": \"convolution\", \"filters\": 2, \"width\": 3, \"padding\": \"same\","
                        + " \"batchNorm\": true}, {\"type\": \"residual\", \"width\": 3, \"batchNorm\": true},"
                        + " {\"type\": \"max-pool\", \"size\": 20}, {\"type\": \"dense\", \"units\": 2}]}");
        String small = made.resolve("small.zip").toString();
        expomotif(("train --sequences %ssequences.fa --labels %slabels.tsv --network %s --epochs 1 -o " + small)
                .formatted(GALAXY, GALAXY, network));
        for (Path zip : List.of(Path.of(small), Path.of(GALAXY + "model.zip"))) {
            byte[] content = Files.readAllBytes(zip);
            add("model-zip", zip.getFileName().toString(), content);
            add("model", zip.getFileName().toString(), Packed.pack(pieces(content, "")));
        }
        add("checkpoint", "tiny", FuzzedCheckpoint.seed(Files.createTempDirectory(made, "training")));
        if (Dl4j.isInstalled()) {
            String theirs = made.resolve("dl4j.zip").toString();
            Dl4j.write(Model.read(small), theirs);
            add("dl4j", "small", Packed.pack(pieces(Files.readAllBytes(Path.of(theirs)), "")));
        }
    }

    private void arrays() throws IOException {
        addData("npz-zip", ".*\\.npz");
        Map<String, NpyArray> arrays = Map.of(
                "floats", NpyArray.of(new float[] {1, 2.5f, Float.NaN, -1, 0, 3}, 2, 3),
                "doubles", NpyArray.of(new double[] {1, 2}, 2),
                "ints", NpyArray.of(new int[] {1, 2, 3, 4}, 1, 2, 2),
                "longs", NpyArray.of(new long[] {Long.MAX_VALUE}, 1),
                "bytes", NpyArray.of(new byte[] {1, 2}, 2),
                "booleans", NpyArray.of(new boolean[] {true, false}, 2),
                "strings", NpyArray.of(new String[] {"a", "\u00e9bc"}, 2));
        List<Packed.Piece> entries = new ArrayList<>();
        for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            array.getValue().write(out);
            add("npy", array.getKey(), out.toByteArray());
            entries.add(new Packed.Piece(array.getKey() + ".npy", out.toByteArray()));
        }
        add("npz", "all", Packed.pack(entries));
        for (Path file : data(".*\\.npz")) {
            List<Packed.Piece> pieces = pieces(Files.readAllBytes(file), "");
            add("npz", file.getFileName().toString(), Packed.pack(pieces));
            for (Packed.Piece piece : pieces) {
                add("npy", "numpy-" + piece.name(), piece.content());
            }
        }
    }

    private void parts() throws IOException {
        List<String> endings = List.of(".npz", ".summary.tsv", ".tsv", ".evaluation.tsv", ".scan.bed", ".scan.tsv");
        Path few = made.resolve("few.fa");
        Files.write(few, Files.readAllLines(Path.of(GALAXY + "sequences.fa")).subList(0, 6));
        for (int part = 1; part <= 2; part++) {
            String name = made.resolve("part" + part).toString();
            String attribute = "attribute --model " + made.resolve("small.zip") + " --sequences " + few + " --class 1"
                    + " --method saliency --shard " + part + "/2";
            expomotif(attribute + " --sites " + GALAXY + "sites.bed --evaluation " + name + ".evaluation.tsv --summary "
                    + name + ".summary.tsv -o " + name + ".npz");
            expomotif(attribute + " -o " + name + ".tsv");
            String scan = "scan --motifs " + GALAXY + "half_sites.meme --threshold 0.01 --sequences " + few
                    + " --shard " + part + "/2 -o " + name + ".scan";
            expomotif(scan + ".bed");
            expomotif(scan + ".tsv");
        }
        for (String ending : endings) {
            List<Packed.Piece> pieces = new ArrayList<>();
            for (String part : List.of("1", "2")) {
                byte[] content = Files.readAllBytes(made.resolve("part" + part + ending));
                if (ending.equals(".npz")) {
                    pieces.addAll(pieces(content, part));
                } else {
                    pieces.add(new Packed.Piece(part, content));
                }
            }
            add(ending.equals(".npz") ? "array-parts" : "parts", "two" + ending, Packed.pack(pieces));
        }
    }

    private void headers() throws IOException {
        List<String> headers = List.of(
                "chr1:100-300",
                "chr1:100-300(-)",
                "peak::chr1:100-300(.)",
                "chr1:101-300/rc",
                "chr1:101-300:-",
                "hg38_chr1_100_300_+",
                "NC_000001.11:c300-101",
                "chr1:1,000-1,200",
                "x\nrange=chr1:101-300 5'pad=0 strand=-",
                "x\ndna:chromosome chromosome:GRCh38:1:101:300:-1");
        for (int i = 0; i < headers.size(); i++) {
            add("headers", "header" + i, headers.get(i));
        }
    }

    /** The seeds of every target, with the byte that chooses it. */
    private void all() throws IOException {
        List<Target> targets = Targets.all();
        for (int i = 0; i < targets.size(); i++) {
            Path seeds = folder.resolve(targets.get(i).name());
            if (Files.isDirectory(seeds)) {
                try (Stream<Path> files = Files.list(seeds)) {
                    for (Path file : files.sorted().toList()) {
                        byte[] content = Files.readAllBytes(file);
                        byte[] chosen = new byte[content.length + 1];
                        chosen[0] = (byte) i;
                        System.arraycopy(content, 0, chosen, 1, content.length);
                        add(Fuzz.ALL, targets.get(i).name() + "-" + file.getFileName(), chosen);
                    }
                }
            }
        }
    }

    private static void expomotif(String command) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.add("-q");
        if (Main.run(words.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("expomotif " + command);
        }
    }

    /** The entries of a zip, their names with something before them. */
    private static List<Packed.Piece> pieces(byte[] zip, String before) throws IOException {
        List<Packed.Piece> pieces = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                pieces.add(new Packed.Piece(before + entry.getName(), in.readAllBytes()));
            }
        }
        return pieces;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }

    private byte[] bgzip(String text) {
        Path file = made.resolve("made.fa.gz");
        Outputs.write(file.toString(), out -> out.write(bytes(text)));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

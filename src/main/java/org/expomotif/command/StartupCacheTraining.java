package org.expomotif.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The training run of the start-up cache: commands on a few simulated sequences, which the launcher runs once while
 * Java records the classes that they load and link. Every later start reads these classes from the cache.
 */
public final class StartupCacheTraining {
    private StartupCacheTraining() {}

    /**
     * Runs the commands in a temporary folder, which is removed at the end.
     *
     * @param arguments {@code plain}, or {@code vector} where the module of vector instructions is available
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("expomotif-rehearsal");
        try {
            for (List<String> step : steps(folder, arguments[0].equals("vector"))) {
                int code = Main.run(step.toArray(String[]::new));
                if (code != 0) {
                    throw new IllegalStateException(step + " ended with " + code);
                }
            }
        } finally {
            remove(folder);
        }
    }

    /** The command lines: those that need vectors, or those that do not. */
    private static List<List<String>> steps(Path folder, boolean vectors) {
        String sequences = folder.resolve("sequences.fa").toString();
        String labels = folder.resolve("labels.tsv").toString();
        String motifs = folder.resolve("motifs.meme").toString();
        String model = folder.resolve("model.zip").toString();
        String out = folder.resolve("out").toString();
        List<String> synth = words("synth classes -n 40 --quiet --out-dir", folder.toString());
        if (vectors) {
            return List.of(
                    synth,
                    words(
                            "train --network cnn-2 --epochs 1 --batch 10 --quiet -o",
                            model,
                            "--sequences",
                            sequences,
                            "--labels",
                            labels),
                    words("predict --quiet -o", out, "--model", model, "--sequences", sequences),
                    words(
                            "attribute --method saliency --class 1 --limit 2 --quiet -o",
                            out + ".npz",
                            "--model",
                            model,
                            "--sequences",
                            sequences),
                    words("scan --quiet -o", out, "--motifs", motifs, "--sequences", sequences),
                    words("enrich --quiet -o", out, "--motifs", motifs, "--sequences", sequences));
        }
        return List.of(
                synth,
                words("tomtom-match --help"),
                words("motifs -o", out, motifs),
                words("tomtom-match --quiet -o", out, "--query", motifs, "--target", motifs));
    }

    /** The words of a fixed text, followed by further words, which may contain spaces. */
    private static List<String> words(String fixed, String... more) {
        return Stream.concat(Stream.of(fixed.split(" ")), Stream.of(more)).toList();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

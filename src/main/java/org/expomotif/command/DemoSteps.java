package org.expomotif.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.run.ShellWords;

/** The command lines of the demo. */
final class DemoSteps {
    /** The class whose predictions are explained. */
    static final String EXPLAINED = "FOSL1";

    /** Its motif. */
    static final String EXPLAINED_MOTIF = "MA0477.1";

    private DemoSteps() {}

    /** The command lines as a shell script; it needs the two files that the demo itself adds. */
    static byte[] script(List<List<String>> steps) {
        StringBuilder text = new StringBuilder("#!/bin/sh\n"
                + "# What `expomotif demo` ran. It added two files itself: jaspar.meme (JASPAR 2016, built in) before\n"
                + "# tomtom-match, and explained.bed (the lines of data/sites.bed with " + EXPLAINED_MOTIF
                + ") before attribute.\nset -e\n");
        steps.forEach(step -> text.append(line(step)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A command line as typed into a shell. */
    static String line(List<String> step) {
        return Commands.NAME + " " + ShellWords.line(step);
    }

    /** The command lines, without the program's name. */
    static List<List<String>> of(Path folder, boolean quick, long seed) {
        String data = folder.resolve("data").toString();
        String model = folder.resolve("model.zip").toString();
        String sequences = data + "/sequences.fa";
        String labels = data + "/labels.tsv";
        String sites = data + "/sites.bed";
        String number = Long.toString(seed);
        List<List<String>> steps = new ArrayList<>();
        steps.add(words("synth classes -n " + (quick ? 600 : 10_000) + " --seed " + number, "--out-dir", data));
        steps.add(words(
                "train --network cnn-2 --activation exponential --batch 50 --epochs " + (quick ? 2 : 25) + " --seed "
                        + number,
                "--sequences",
                sequences,
                "--labels",
                labels,
                "-o",
                model));
        steps.add(words(
                "evaluate",
                "--model",
                model,
                "--sequences",
                sequences,
                "--labels",
                labels,
                "-o",
                at(folder, "metrics.tsv")));
        steps.add(words(
                "filters",
                "--model",
                model,
                "--sequences",
                sequences,
                "--labels",
                labels,
                "-o",
                at(folder, "filters.meme")));
        steps.add(words(
                "tomtom-match --evalue --threshold 0.1",
                "--query",
                at(folder, "filters.meme"),
                "--target",
                at(folder, "jaspar.meme"),
                "--truth",
                data + "/motifs.meme",
                "--summary",
                at(folder, "planted.tsv"),
                "--html",
                at(folder, "filters.html"),
                "-o",
                at(folder, "matches.tsv")));
        steps.add(words("scan", "--model", model, "--sequences", sequences, "-o", at(folder, "hits.bed")));
        steps.add(words(
                "localize",
                "--model",
                model,
                "--sequences",
                sequences,
                "--labels",
                labels,
                "--sites",
                sites,
                "--truth-motifs",
                data + "/motifs.meme",
                "-o",
                at(folder, "localization.tsv")));
        steps.add(words(
                "attribute --method integrated-gradients --class " + EXPLAINED + " --split test --positives --limit 100"
                        + " --seed " + number,
                "--model",
                model,
                "--sequences",
                sequences,
                "--labels",
                labels,
                "--sites",
                at(folder, "explained.bed"),
                "--truth-motifs",
                data + "/motifs.meme",
                "-o",
                at(folder, "scores.npz")));
        return steps;
    }

    static String at(Path folder, String name) {
        return folder.resolve(name).toString();
    }

    /** The words of a fixed text, followed by further words, which may contain spaces. */
    static List<String> words(String fixed, String... more) {
        List<String> words = new ArrayList<>(List.of(fixed.split(" ")));
        words.addAll(List.of(more));
        return words;
    }
}

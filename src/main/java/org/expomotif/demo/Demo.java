package org.expomotif.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.io.Outputs;
import org.expomotif.io.track.Bed;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.run.RunRecord;
import org.expomotif.run.ShellWords;
import org.expomotif.synth.StudyMotifs;

/**
 * The demonstration: command lines of this program, and the files that it adds itself.
 *
 * @param folder the folder of all files
 * @param quick whether few sequences and epochs are used
 * @param seed seed of the data, the training and the references
 */
public record Demo(Path folder, boolean quick, long seed) {
    /** The class whose predictions are explained. */
    static final String EXPLAINED_CLASS = "FOSL1";

    /** Its motif. */
    private static final String EXPLAINED_MOTIF = "MA0477.1";

    /** The folder of the motifs that are discovered in the scores. */
    static final String DISCOVERED = "discovered";

    private static final String SCRIPT = "commands.sh";
    private static final String TARGETS = "jaspar.meme";
    private static final String EXPLAINED_SITES = "explained.bed";

    /** The names of the files that the demonstration writes itself. */
    public static List<String> files() {
        return List.of(SCRIPT, TARGETS, EXPLAINED_SITES);
    }

    /** The command lines, without the program's name. */
    public List<List<String>> steps() {
        String data = at("data");
        String truth = data + "/motifs.meme";
        List<String> model = List.of("--model", at("model.zip"));
        String sequences = data + "/sequences.fa";
        List<String> labelled = List.of("--sequences", sequences, "--labels", data + "/labels.tsv");
        String seeded = " --seed " + seed;
        String positives = " --class " + EXPLAINED_CLASS + " --split test --positives --limit ";
        String deepShap = "attribute --method deepshap --reference dinucleotide --explained logit" + positives + 200;
        return List.of(
                step("synth classes -n " + (quick ? 600 : 10_000) + seeded, List.of("--out-dir", data)),
                step(
                        "train --network cnn-2 --activation exponential --batch 50 --epochs " + (quick ? 2 : 25)
                                + seeded,
                        labelled,
                        output("model.zip")),
                step("evaluate", model, labelled, output("metrics.tsv")),
                step("filters", model, labelled, output("filters.meme")),
                step(
                        "tomtom-match --evalue --threshold 0.1",
                        List.of("--query", at("filters.meme"), "--target", at(TARGETS)),
                        List.of("--truth", truth, "--summary", at("planted.tsv"), "--html", at("filters.html")),
                        output("matches.tsv")),
                step("scan", model, List.of("--sequences", sequences), output("hits.bed")),
                step(
                        "localize",
                        model,
                        labelled,
                        List.of("--sites", data + "/sites.bed", "--truth-motifs", truth),
                        output("localization.tsv")),
                step(
                        "attribute --method integrated-gradients" + positives + 100 + seeded,
                        model,
                        labelled,
                        List.of("--sites", at(EXPLAINED_SITES), "--truth-motifs", truth),
                        output("scores.npz")),
                step(deepShap + seeded, model, labelled, output("deepshap.npz")),
                step(deepShap + " --shuffles 2" + seeded, model, labelled, output("shuffles.npz")),
                step(
                        "discover" + seeded,
                        List.of("--scores", at("deepshap.npz"), "--null", at("shuffles.npz")),
                        List.of("--motifs", at(TARGETS), "--out-dir", at(DISCOVERED))));
    }

    /** Writes the command lines as a shell script, which needs the files that {@link #prepare} writes. */
    public void writeScript() {
        StringBuilder text = new StringBuilder("#!/bin/sh\n"
                + "# What `expomotif demo` ran. It added two files itself: jaspar.meme (JASPAR 2016, built in) before\n"
                + "# tomtom-match, and explained.bed (the lines of data/sites.bed with " + EXPLAINED_MOTIF
                + ") before attribute.\nset -e\n");
        steps().forEach(step -> text.append(line(step)).append('\n'));
        Outputs.writeText(at(SCRIPT), text.toString());
    }

    /** Writes the file that a step needs and that no step before it writes, if there is one. */
    public void prepare(List<String> step) {
        if (step.contains(at(TARGETS))) {
            MemeWriter.write(
                    at(TARGETS),
                    StudyMotifs.jaspar2016(),
                    List.of("JASPAR 2016 CORE vertebrates (https://jaspar.elixir.no), CC BY 4.0"));
        }
        if (step.contains(at(EXPLAINED_SITES))) {
            Bed.write(
                    at(EXPLAINED_SITES),
                    List.of("planted " + EXPLAINED_CLASS),
                    Bed.readAll(at("data/sites.bed")).stream()
                            .filter(site -> site.name().equals(EXPLAINED_MOTIF))
                            .toList());
        }
    }

    /** What the results show, as text that ends with a line end. */
    public String summary() {
        return DemoSummary.text(this);
    }

    /** A step as typed into a shell. */
    public static String line(List<String> step) {
        return RunRecord.PROGRAM + " " + ShellWords.line(step);
    }

    /** The path of a file in the folder. */
    String at(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> output(String name) {
        return List.of("-o", at(name));
    }

    @SafeVarargs
    private static List<String> step(String fixed, List<String>... more) {
        List<String> words = new ArrayList<>(List.of(fixed.split(" ")));
        for (List<String> part : more) {
            words.addAll(part);
        }
        return words;
    }
}

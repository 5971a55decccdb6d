package org.expomotif.command.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.io.Inputs;
import org.expomotif.motif.Alphabet;
import org.expomotif.scan.matrix.BackgroundChoice;
import org.expomotif.scan.matrix.Pseudocounts;
import org.expomotif.scan.matrix.ScanSettings;
import picocli.CommandLine.Option;

/** Background and pseudocounts of the log-odds of motifs, as a mixin. */
final class ScanBackgroundOptions extends OptionMixin {
    @Option(
            names = "--background",
            paramLabel = "WHICH",
            order = 6,
            defaultValue = BackgroundChoice.NRDB,
            description = "Letter frequencies: nrdb (the default, as FIMO's), uniform, motif-file (the default for RNA "
                    + "motifs), sequences, or a background file in MEME's Markov format, of which order 0 is "
                    + "used.")
    private String background = BackgroundChoice.NRDB;

    @Option(
            names = "--motif-pseudo",
            paramLabel = "[ID=]X",
            order = 7,
            defaultValue = "0.1",
            description = "Pseudocount added to a motif's counts; ID=X for one motif. May be given several times. "
                    + "Default: 0.1.")
    private List<String> pseudocounts = List.of();

    ScanBackgroundOptions() {}

    /**
     * Checks the options.
     *
     * @param sequences path of the scanned sequences
     * @param motifs whether motifs are scanned with, not the filters of a model
     */
    void check(String sequences, boolean motifs) {
        check(motifs || !choice().is(BackgroundChoice.MOTIF_FILE), "--background motif-file needs --motifs");
        check(
                !sequences.equals(Inputs.STANDARD) || !choice().is(BackgroundChoice.SEQUENCES),
                "--background sequences reads the sequences twice; give them as a file");
        pseudocounts().own().keySet().forEach(id -> check(motifs, "--motif-pseudo " + id + "=X needs --motifs"));
    }

    /** Adapts the options to the alphabet of the motifs: for RNA, the default is the letter frequencies of the file. */
    void adapt(Alphabet alphabet) {
        if (alphabet == Alphabet.RNA
                && !command().commandLine().getParseResult().hasMatchedOption("--background")) {
            background = BackgroundChoice.MOTIF_FILE;
        }
    }

    /** The chosen letter frequencies. */
    BackgroundChoice choice() {
        return new BackgroundChoice(background);
    }

    /** The pseudocounts. */
    Pseudocounts pseudocounts() {
        double usual = ScanSettings.DEFAULT_PSEUDOCOUNT;
        Map<String, Double> own = new LinkedHashMap<>();
        for (String word : pseudocounts) {
            int sign = word.lastIndexOf('=');
            if (sign < 0) {
                usual = number(word);
            } else {
                own.put(word.substring(0, sign), number(word.substring(sign + 1)));
            }
        }
        return new Pseudocounts(usual, own);
    }

    private double number(String word) {
        double number;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        check(
                number >= 0 && !Double.isInfinite(number),
                "--motif-pseudo: expected a number of at least 0, found " + word);
        return number;
    }
}

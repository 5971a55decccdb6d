package org.expomotif.command.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.expomotif.io.Inputs;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.MotifSet;
import org.expomotif.scan.matrix.BackgroundChoice;
import org.expomotif.scan.matrix.BackgroundFile;
import org.expomotif.scan.matrix.ScanBackground;
import org.expomotif.scan.matrix.ScanSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Background and pseudocounts of the log-odds of motifs, as a mixin. */
final class ScanBackgroundOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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

    /** The pseudocount of motifs that have no individual one. */
    double pseudocount() {
        double last = ScanSettings.DEFAULT_PSEUDOCOUNT;
        for (String word : pseudocounts) {
            last = word.indexOf('=') < 0 ? number(word) : last;
        }
        return last;
    }

    /** The individual pseudocounts, by motif. */
    Map<String, Double> pseudocounts() {
        Map<String, Double> own = new LinkedHashMap<>();
        for (String word : pseudocounts) {
            int sign = word.lastIndexOf('=');
            if (sign >= 0) {
                own.put(word.substring(0, sign), number(word.substring(sign + 1)));
            }
        }
        return own;
    }

    private double number(String word) {
        double number;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw fault("--motif-pseudo: expected a number of at least 0, found " + word);
        }
        return number;
    }

    /** The letter frequencies as given, before smoothing. */
    Background raw(@Nullable MotifSet motifs, String sequences) {
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--background");
        if (!given && motifs != null && motifs.alphabet() == Alphabet.RNA) {
            background = BackgroundChoice.MOTIF_FILE;
        }
        return switch (background.toLowerCase(Locale.ROOT)) {
            case BackgroundChoice.NRDB -> ScanBackground.NRDB;
            case BackgroundChoice.UNIFORM -> Background.UNIFORM;
            case BackgroundChoice.MOTIF_FILE -> {
                if (motifs == null) {
                    throw fault("--background motif-file needs --motifs");
                }
                yield BackgroundChoice.of(motifs);
            }
            case BackgroundChoice.SEQUENCES -> {
                if (sequences.equals(Inputs.STANDARD)) {
                    throw fault("--background sequences reads the sequences twice; give them as a file");
                }
                yield BackgroundChoice.ofSequences(sequences);
            }
            default -> BackgroundFile.read(background);
        };
    }

    private ParameterException fault(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}

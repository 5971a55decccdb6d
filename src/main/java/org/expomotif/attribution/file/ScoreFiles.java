package org.expomotif.attribution.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.expomotif.attribution.AdditionCheck;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.run.Provenance;

/**
 * The files of the scores of several classes. Several classes have separate files.
 *
 * @param output file of the scores, or {@code -}
 * @param format its format
 * @param summary file of the table of {@link SumRow}
 * @param maxGap maximum difference of the sum of base scores from output - reference output; infinite without a limit
 */
public record ScoreFiles(String output, ScoreFormat format, Optional<String> summary, double maxGap) {
    /** The path of the file of one class, given a path for all classes. */
    public static String path(String path, String className, List<String> classes) {
        return classes.size() > 1 ? ClassScores.file(path, className) : path;
    }

    /**
     * Opens the files of every class.
     *
     * @param settings the options that score other sequences in the same way, given the class
     * @param genomeLengths supplies the known lengths of the genome's sequences, in bases
     */
    public List<ClassScores> open(
            AttributionMethod method,
            List<String> classes,
            Function<String, List<String>> settings,
            Supplier<Map<String, Integer>> genomeLengths,
            Provenance provenance) {
        List<ClassScores> files = new ArrayList<>();
        for (String name : classes) {
            files.add(new ClassScores(
                    format.open(path(output, name, classes), provenance, settings.apply(name), genomeLengths),
                    summary.map(table -> path(table, name, classes)),
                    provenance,
                    method.gapAdvice().map(advice -> new AdditionCheck(maxGap, advice))));
        }
        return files;
    }
}

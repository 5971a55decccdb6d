package org.expomotif.command.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.TargetOutput;
import org.expomotif.command.option.OptionValues;
import org.expomotif.command.option.SeedOption;
import org.expomotif.network.model.Model;
import org.expomotif.run.Checksum;
import org.expomotif.run.RunRecord;
import org.expomotif.run.Warnings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The options of {@code attribute} on which the scores of a sequence depend, as words that an archive of scores keeps.
 * They are parsed by the same mixins as the command line, so that other sequences are explained in the same way.
 */
@Command
final class AttributionSettings {
    private static final String MODEL = "--model=";
    private static final String CLASS = "--class";

    @Mixin
    private ExplainedOptions explained;

    @Mixin
    private AttributionMethodOptions methods;

    @Mixin
    private SeedOption seed;

    private AttributionSettings() {}

    /**
     * The words that an archive of one class keeps.
     *
     * @param record the record of the run of {@code attribute}
     * @param model the path of its model, which has been read
     * @param className the explained class
     */
    static List<String> words(RunRecord record, String model, String className) {
        String known = record.inputs().getOrDefault(model, Checksum.UNKNOWN);
        CommandSpec spec = CommandSpec.forAnnotatedObject(new AttributionSettings());
        List<String> words = new ArrayList<>();
        words.add(MODEL + (known.equals(Checksum.UNKNOWN) ? Checksum.ofStream(model) : known));
        words.add(CLASS + "=" + className);
        for (Map.Entry<String, String> option : record.options().entrySet()) {
            String name = option.getKey();
            if (!name.equals(CLASS) && spec.findOption(name.replaceFirst("^--no-", "--")) != null) {
                words.add(option.getValue().isEmpty() ? name : name + "=" + option.getValue());
            }
        }
        return words;
    }

    /** The checksum of the model in words of {@link #words}. */
    static String modelOf(List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(MODEL))
                .map(word -> word.substring(MODEL.length()))
                .findFirst()
                .orElse(Checksum.UNKNOWN);
    }

    /**
     * Parses words of {@link #words}.
     *
     * @throws CommandLine.ParameterException when they are not options of {@code attribute}
     */
    static AttributionSettings parse(List<String> words) {
        AttributionSettings settings = new AttributionSettings();
        CommandLine line = new CommandLine(settings);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        OptionValues.register(line);
        line.parseArgs(words.stream().filter(word -> !word.startsWith(MODEL)).toArray(String[]::new));
        return settings;
    }

    /** Whether the references come from a file, which an archive does not contain. */
    boolean needsReferenceFile() {
        return methods.referenceFile().isPresent();
    }

    /** The explained output of a model. */
    TargetOutput target(Model model, int threads) {
        return explained.targets(model, threads).getFirst();
    }

    /** The method, for a network whose input has the given length. */
    AttributionMethod method(int length, Warnings warnings) {
        return methods.method(length, seed.value(), warnings);
    }

    /** The seed of all random numbers. */
    long seed() {
        return seed.value();
    }
}

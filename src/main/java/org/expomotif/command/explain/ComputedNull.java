package org.expomotif.command.explain;

import java.util.List;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.ShuffledSequences;
import org.expomotif.attribution.TargetOutput;
import org.expomotif.attribution.file.ExplainedSequences;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.attribution.file.ShuffledScores;
import org.expomotif.command.option.ModelOption;
import org.expomotif.network.model.Model;
import org.expomotif.run.Checksum;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import picocli.CommandLine.ParameterException;

/**
 * A null that the model computes: the scores of shuffles of the sequences of an archive, with the settings that the
 * archive has. They are the scores of {@code attribute --shuffles} with these settings.
 *
 * @param scores the archive
 * @param explained its sequences and settings
 * @param settings the settings, parsed
 */
record ComputedNull(String scores, ExplainedSequences explained, AttributionSettings settings) {
    /**
     * The scores of the shuffles.
     *
     * @param model the file of the model of the archive
     * @param shuffles shuffles per sequence
     * @throws UserException when the model is not that of the archive
     */
    SequenceScores compute(String model, int shuffles, int threads, Progress progress) {
        ModelOption.noteKernels(progress);
        String checksum = Checksum.of(model);
        Model read = Model.read(model);
        requireSame(model, checksum.equals(Checksum.UNKNOWN) ? Checksum.ofStream(model) : checksum);
        try {
            TargetOutput target = settings.target(read, threads);
            AttributionMethod method = settings.method(target.length(), progress);
            return ShuffledScores.of(
                    explained.sequences(),
                    new ShuffledSequences(shuffles, settings.seed()),
                    method,
                    target,
                    model,
                    progress);
        } catch (ParameterException e) {
            throw unusable(scores, e);
        } catch (UserException e) {
            throw e.inIfUnknown(scores);
        }
    }

    private void requireSame(String model, String checksum) {
        String expected = AttributionSettings.modelOf(explained.settings());
        if (!checksum.equals(expected)) {
            throw new UserException("the model is not the one that computed the scores of " + scores)
                    .in(model)
                    .expected(expected)
                    .found(checksum)
                    .remedy("give the model of these scores");
        }
    }

    /** The settings, for the provenance of the output. */
    List<String> words() {
        return explained.settings().stream()
                .filter(word -> !word.startsWith("--model="))
                .toList();
    }

    /** The error of settings that are not options of {@code attribute} or do not fit the model. */
    static UserException unusable(String scores, ParameterException cause) {
        return new UserException("the settings of the archive cannot be used", cause)
                .in(scores)
                .found(String.valueOf(cause.getMessage()))
                .remedy("compute the scores again with this version of attribute");
    }
}

package org.expomotif.attribution.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.attribution.Attribution;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.BatchedAttributor;
import org.expomotif.attribution.ShuffledSequences;
import org.expomotif.attribution.TargetOutput;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.Progress;

/**
 * The scores of shuffled sequences, computed rather than read: the same as {@link SequenceScores} reads from an archive
 * of shuffles. The base scores and the bases of the shuffles are kept in memory, 5 bytes per base; whatever else the
 * method computes is so for one batch of sequences at a time.
 */
public final class ShuffledScores implements Consumer<Attribution> {
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> codes = new ArrayList<>();
    private final List<float[]> maps = new ArrayList<>();

    private ShuffledScores() {}

    /**
     * Explains shuffles of sequences.
     *
     * @param sequences the sequences
     * @param shuffles the shuffles of each of them
     * @param method the method
     * @param target the output that is explained
     * @param source the model, for messages
     */
    public static SequenceScores of(
            List<DnaSequence> sequences,
            ShuffledSequences shuffles,
            AttributionMethod method,
            TargetOutput target,
            String source,
            Progress progress) {
        ShuffledScores scores = new ShuffledScores();
        BatchedAttributor attributor =
                new BatchedAttributor(method, target, scores.andThen(explanation -> progress.advance(1)));
        progress.start("explaining shuffles", (long) sequences.size() * shuffles.perSequence(), "sequences");
        sequences.forEach(shuffles.of(attributor::add));
        attributor.finish();
        progress.finish();
        return new SequenceScores(
                BaseScores.ofFinite(scores.names, scores.maps, source), scores.codes, Optional.empty());
    }

    @Override
    public void accept(Attribution explanation) {
        names.add(explanation.sequence().name());
        codes.add(explanation.sequence().codes());
        maps.add(explanation.baseScores());
    }
}

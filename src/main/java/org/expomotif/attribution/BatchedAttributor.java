package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;

/**
 * Explains a stream of sequences in batches, so that memory does not grow with their number. The consumer receives the
 * explanations in the order of the sequences.
 */
public final class BatchedAttributor {
    /** Input values per batch. */
    private static final int VALUES_PER_BATCH = 1 << 18;

    private static final int MAX_SEQUENCES = 256;

    private final AttributionMethod method;
    private final TargetOutput target;
    private final Consumer<Attribution> consumer;
    private final int capacity;
    private final List<DnaSequence> pending = new ArrayList<>();

    /**
     * Creates an attributor without pending sequences.
     *
     * @param method the attribution method
     * @param target the output to explain
     * @param consumer receives every explanation
     */
    public BatchedAttributor(AttributionMethod method, TargetOutput target, Consumer<Attribution> consumer) {
        this.method = method;
        this.target = target;
        this.consumer = consumer;
        this.capacity = Math.clamp(VALUES_PER_BATCH / (4 * target.length()), 1, MAX_SEQUENCES);
    }

    /**
     * Adds a sequence, and explains the batch when it is full.
     *
     * @throws UserException when its length differs from the network's input length
     */
    public void add(DnaSequence sequence) {
        if (sequence.length() != target.length()) {
            throw new UserException("the sequence length differs from the model's input length")
                    .atRecord("sequence " + sequence.name())
                    .expected(target.length() + " bases")
                    .found(sequence.length() + " bases")
                    .remedy("cut or pad the sequences to " + target.length() + " bases");
        }
        pending.add(sequence);
        if (pending.size() == capacity) {
            finish();
        }
    }

    /** Explains the sequences of the last, partial batch. */
    public void finish() {
        method.explain(target, List.copyOf(pending)).forEach(consumer);
        pending.clear();
    }
}

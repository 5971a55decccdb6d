package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;

/**
 * Explains sequences as they come, a few at a time, so that memory stays flat however many there are. Each explanation
 * is handed over in the order of the sequences.
 */
public final class Attributor {
    /** Numbers of input held at once. */
    private static final int NUMBERS = 1 << 18;

    private static final int MOST_SEQUENCES = 256;

    private final AttributionMethod method;
    private final ExplainedOutput target;
    private final Consumer<Explanation> consumer;
    private final int capacity;
    private final List<DnaSequence> waiting = new ArrayList<>();

    /**
     * Prepares to explain.
     *
     * @param method how
     * @param target the output to explain
     * @param consumer receives every explanation
     */
    public Attributor(AttributionMethod method, ExplainedOutput target, Consumer<Explanation> consumer) {
        this.method = method;
        this.target = target;
        this.consumer = consumer;
        this.capacity = Math.clamp(NUMBERS / (4 * target.length()), 1, MOST_SEQUENCES);
    }

    /**
     * Takes one more sequence.
     *
     * @throws UserException when it is not as long as the network's input
     */
    public void add(DnaSequence sequence) {
        if (sequence.length() != target.length()) {
            throw new UserException("the sequence does not fit the network's input")
                    .atRecord("sequence " + sequence.name())
                    .expected(target.length() + " bases")
                    .found(sequence.length() + " bases")
                    .remedy("cut or pad the sequences to " + target.length() + " bases");
        }
        waiting.add(sequence);
        if (waiting.size() == capacity) {
            finish();
        }
    }

    /** Explains what still waits. */
    public void finish() {
        method.explain(target, List.copyOf(waiting)).forEach(consumer);
        waiting.clear();
    }
}

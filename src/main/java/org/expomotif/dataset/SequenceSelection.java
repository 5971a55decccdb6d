package org.expomotif.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.shard.Shard;
import org.expomotif.run.UserException;

/**
 * The sequences of a file that are explained.
 *
 * @param sequences the source of the sequences
 * @param labels file of their labels; without labels the sequences are read as a stream
 * @param split the split to keep; all when empty
 * @param positiveOf the class that must be 1; any when empty
 * @param limit maximum number of sequences; the first ones are taken
 * @param shard the shard of these sequences to take; all when empty
 */
public record SequenceSelection(
        SequenceSource sequences,
        Optional<String> labels,
        Optional<Split> split,
        Optional<String> positiveOf,
        long limit,
        Optional<Shard> shard) {
    /** Rejects a split or class without labels. */
    public SequenceSelection {
        if (labels.isEmpty() && (split.isPresent() || positiveOf.isPresent())) {
            throw new IllegalArgumentException("a split or class needs labels");
        }
    }

    /**
     * Passes the selected sequences to a consumer: in the order of the labels, or without labels in the order of the
     * sequences. A shard can be empty. A shard without labels needs the number of sequences, so the sequences are read
     * twice.
     *
     * @throws UserException when sequences and labels do not match, the class is unknown, or no sequence is selected;
     *     errors about a sequence name the file
     */
    public void forEach(Consumer<DnaSequence> consumer) {
        long taken =
                labels.isPresent() ? byLabel(Labels.read(labels.get()), labels.get(), consumer) : streamed(consumer);
        if (taken == 0) {
            throw new UserException("no sequence was selected")
                    .in(labels.orElse(sequences.name()))
                    .expected(expectation())
                    .remedy("check the columns of the labels");
        }
    }

    private long streamed(Consumer<DnaSequence> consumer) {
        Taking taking = new Taking(consumer, shard.isPresent() ? sequences.count() : 0);
        sequences.forEach(taking);
        return taking.taken;
    }

    private long byLabel(Labels read, String file, Consumer<DnaSequence> consumer) {
        int column = positiveOf.map(name -> read.columnOf(name, file)).orElse(-1);
        List<DnaSequence> all = new ArrayList<>();
        sequences.forEach(all::add);
        List<DnaSequence> matched = read.match(all, sequences.name(), file);
        List<DnaSequence> selected = new ArrayList<>();
        for (int i = 0; i < matched.size(); i++) {
            Labels.Row row = read.rows().get(i);
            boolean inSplit = split.isEmpty() || row.split() == split.get();
            if (inSplit && (column < 0 || row.values()[column] == 1f)) {
                selected.add(matched.get(i));
            }
        }
        Taking taking = new Taking(consumer, selected.size());
        selected.forEach(taking);
        return taking.taken;
    }

    private String expectation() {
        return "at least one sequence"
                + split.map(s -> " of split " + s.word()).orElse("")
                + positiveOf.map(name -> " with 1 in column " + name).orElse("");
    }

    /** Passes the first {@code limit} sequences, or a shard of them, to a consumer. */
    private final class Taking implements Consumer<DnaSequence> {
        private final Consumer<DnaSequence> consumer;
        private final long total;
        private long taken;

        /** The number of sequences is used only for a shard. */
        Taking(Consumer<DnaSequence> consumer, long sequences) {
            this.consumer = consumer;
            this.total = Math.min(sequences, limit);
        }

        @Override
        public void accept(DnaSequence sequence) {
            if (taken == limit) {
                return;
            }
            long number = taken++;
            if (shard.isPresent() && !shard.get().holds(number, total)) {
                return;
            }
            try {
                consumer.accept(sequence);
            } catch (UserException e) {
                throw e.inIfUnknown(sequences.name());
            }
        }
    }
}

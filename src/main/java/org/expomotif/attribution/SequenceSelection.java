package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Labels;
import org.expomotif.io.Shard;
import org.expomotif.io.Split;
import org.expomotif.run.UserException;

/**
 * Which sequences of a file are explained.
 *
 * @param sequences where they come from
 * @param labels their labels; without them the file is read as it streams
 * @param split the split to keep; all when empty
 * @param positiveOf the class that must be 1; any when empty
 * @param limit how many sequences to take, those that come first
 * @param shard the share of these to take; all when empty
 */
public record SequenceSelection(
        SequenceSource sequences,
        Optional<String> labels,
        Optional<Split> split,
        Optional<String> positiveOf,
        long limit,
        Optional<Shard> shard) {
    /** Needs labels to choose by split or class. */
    public SequenceSelection {
        if (labels.isEmpty() && (split.isPresent() || positiveOf.isPresent())) {
            throw new IllegalArgumentException("a choice by label without labels");
        }
    }

    /**
     * Hands over the chosen sequences, in the order of the sequences without labels and of the labels with them; of a
     * share maybe none. Without labels a share is cut by a count of the sequences, which reads them twice.
     *
     * @throws UserException when sequences and labels do not belong together, the class is unknown, or none is chosen;
     *     a fault of a sequence is told with the file's name
     */
    public void forEach(Consumer<DnaSequence> consumer) {
        long taken =
                labels.isPresent() ? byLabel(Labels.read(labels.get()), labels.get(), consumer) : asTheyCome(consumer);
        if (taken == 0) {
            throw new UserException("no sequence is chosen")
                    .in(labels.orElse(sequences.name()))
                    .expected(wanted())
                    .remedy("look at the columns of the labels");
        }
    }

    private long asTheyCome(Consumer<DnaSequence> consumer) {
        Taking taking = new Taking(consumer, shard.isPresent() ? sequences.count() : 0);
        sequences.forEach(taking);
        return taking.taken;
    }

    private long byLabel(Labels read, String file, Consumer<DnaSequence> consumer) {
        int column = positiveOf.map(name -> column(read, name, file)).orElse(-1);
        List<DnaSequence> all = new ArrayList<>();
        sequences.forEach(all::add);
        List<DnaSequence> matched = read.match(all, sequences.name(), file);
        List<DnaSequence> chosen = new ArrayList<>();
        for (int i = 0; i < matched.size(); i++) {
            Labels.Row row = read.rows().get(i);
            boolean inSplit = split.isEmpty() || row.split() == split.get();
            if (inSplit && (column < 0 || row.values()[column] == 1f)) {
                chosen.add(matched.get(i));
            }
        }
        Taking taking = new Taking(consumer, chosen.size());
        chosen.forEach(taking);
        return taking.taken;
    }

    private static int column(Labels labels, String name, String file) {
        int column = labels.classes().indexOf(name);
        if (column < 0) {
            throw new UserException("the labels have no such class")
                    .in(file)
                    .expected("a column " + name)
                    .found(String.join(", ", labels.classes()))
                    .remedy("give the labels that the model was trained with");
        }
        return column;
    }

    private String wanted() {
        return "at least one sequence"
                + split.map(s -> " of split " + s.word()).orElse("")
                + positiveOf.map(name -> " with 1 in column " + name).orElse("");
    }

    /** Passes on the first of the sequences, or of these a share. */
    private final class Taking implements Consumer<DnaSequence> {
        private final Consumer<DnaSequence> consumer;
        private final long total;
        private long taken;

        /** Needs the number of the sequences only for a share. */
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
                throw e.knowsFile() ? e : e.in(sequences.name());
            }
        }
    }
}

package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.Split;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.run.Warnings;

/**
 * The sequences of a file, or those of one split.
 *
 * @param sequences path of the sequences, or {@code -} for standard input
 * @param labels path of their labels, if given
 * @param split split of the sequences, for which labels are needed; empty for all sequences
 */
public record SelectedSequences(String sequences, Optional<String> labels, Optional<Split> split) {
    /**
     * Passes each selected sequence to a consumer, in the order of the file.
     *
     * @throws org.expomotif.run.UserException when the labels are not those of the sequences
     */
    public void forEach(Warnings warnings, Consumer<DnaSequence> consumer) {
        Optional<Labels> table = labels.map(Labels::read);
        Optional<Set<String>> selected = table.flatMap(read -> split.map(chosen -> names(read, chosen)));
        List<String> names = new ArrayList<>();
        SequenceFile.forEach(sequences, RepeatedNames.REFUSED, warnings, sequence -> {
            names.add(sequence.name());
            if (selected.isEmpty() || selected.get().contains(sequence.name())) {
                consumer.accept(sequence);
            }
        });
        table.ifPresent(read -> read.requireSame(names, Inputs.name(sequences), Inputs.name(labels.orElseThrow())));
    }

    private static Set<String> names(Labels table, Split chosen) {
        return table.of(chosen).stream().map(Labels.Row::id).collect(Collectors.toSet());
    }
}

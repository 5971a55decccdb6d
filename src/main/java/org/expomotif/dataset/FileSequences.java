package org.expomotif.dataset;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.run.Warnings;

/**
 * The sequences of a file, read as a stream.
 *
 * @param file path of a FASTA or GenBank file, or {@code -}; sequence names must be unique, because results refer to
 *     them
 * @param warnings receives warnings about the file while it is read
 */
public record FileSequences(String file, Warnings warnings) implements SequenceSource {
    @Override
    public String name() {
        return Inputs.name(file);
    }

    @Override
    public List<String> files() {
        return List.of(file);
    }

    @Override
    public long count() {
        long[] count = new long[1];
        SequenceFile.forEach(file, sequence -> count[0]++);
        return count[0];
    }

    @Override
    public void forEach(Consumer<DnaSequence> consumer) {
        SequenceFile.forEach(file, RepeatedNames.REFUSED, warnings, consumer);
    }

    @Override
    public Map<String, Integer> genomeLengths() {
        return Map.of();
    }
}

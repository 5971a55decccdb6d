package org.expomotif.io.sequence;

import java.util.Arrays;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;

/** Joins the pieces of each sequence and passes it to a consumer. */
final class WholeSequences implements SequenceListener {
    private final Consumer<DnaSequence> consumer;
    private final String file;
    private byte[] letters = new byte[1 << 12];
    private int length;
    private String name = "";
    private String description = "";

    WholeSequences(String file, Consumer<DnaSequence> consumer) {
        this.file = file;
        this.consumer = consumer;
    }

    @Override
    public void begin(String newName, String newDescription) {
        name = newName;
        description = newDescription;
        length = 0;
    }

    @Override
    public void letters(byte[] source, int from, int to) {
        int more = to - from;
        if (letters.length - length < more) {
            long capacity = Math.max((long) length + more, Math.min(2L * letters.length, Integer.MAX_VALUE - 8L));
            if (capacity > Integer.MAX_VALUE - 8) {
                throw new UserException("the sequence is too long")
                        .in(file)
                        .atRecord("sequence " + name)
                        .expected("at most 2,147,483,639 bases");
            }
            letters = Arrays.copyOf(letters, (int) capacity);
        }
        System.arraycopy(source, from, letters, length, more);
        length += more;
    }

    @Override
    public void end() {
        consumer.accept(new DnaSequence(name, description, Arrays.copyOf(letters, length)));
    }
}

package org.expomotif.train;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/** Sequences without labels, in the form that a model reads: one byte per base. */
public final class SequenceCodes {
    private SequenceCodes() {}

    /**
     * Reads all sequences of a file. Names may be repeated.
     *
     * @param length input length of the model, in bases
     * @throws UserException when the length of a sequence differs
     */
    public static byte[][] read(String pathOrDash, int length, Warnings warnings) {
        List<byte[]> codes = new ArrayList<>();
        SequenceFile.forEach(pathOrDash, RepeatedNames.REPORTED, warnings, sequence -> {
            if (sequence.length() != length) {
                throw LabelledSequences.wrongLength(
                        Inputs.name(pathOrDash), sequence.name(), sequence.length(), length);
            }
            codes.add(sequence.codes());
        });
        return codes.toArray(byte[][]::new);
    }
}

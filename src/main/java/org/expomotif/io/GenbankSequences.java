package org.expomotif.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.biojava.nbio.core.exceptions.CompoundNotFoundException;
import org.biojava.nbio.core.sequence.DNASequence;
import org.biojava.nbio.core.sequence.compound.AmbiguityDNACompoundSet;
import org.biojava.nbio.core.sequence.compound.NucleotideCompound;
import org.biojava.nbio.core.sequence.io.DNASequenceCreator;
import org.biojava.nbio.core.sequence.io.GenbankReader;
import org.biojava.nbio.core.sequence.io.GenericGenbankHeaderParser;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;

/** Streams the sequences of GenBank flat files, read by BioJava with the IUPAC ambiguity letters. */
final class GenbankSequences {
    private GenbankSequences() {}

    static void forEach(InputStream in, String file, Consumer<DnaSequence> consumer) throws IOException {
        GenbankReader<DNASequence, NucleotideCompound> reader = new GenbankReader<>(
                in,
                new GenericGenbankHeaderParser<>(),
                new DNASequenceCreator(AmbiguityDNACompoundSet.getDNACompoundSet()));
        try {
            Map<String, DNASequence> some = reader.process(1);
            while (!some.isEmpty()) {
                some.forEach((name, sequence) -> consumer.accept(convert(name, sequence)));
                some = reader.isClosed() ? Map.of() : reader.process(1);
            }
        } catch (CompoundNotFoundException e) {
            throw new UserException("the sequence is not DNA (" + e.getMessage() + ")", e).in(file);
        }
    }

    private static DnaSequence convert(String name, DNASequence sequence) {
        String description = sequence.getDescription() == null ? "" : sequence.getDescription();
        byte[] letters = sequence.getSequenceAsString().getBytes(StandardCharsets.ISO_8859_1);
        return new DnaSequence(name, description.strip(), letters);
    }
}

package org.expomotif.io;

import java.io.FilterInputStream;
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
import org.jspecify.annotations.Nullable;

/** Streams the sequences of GenBank flat files, read by BioJava with the IUPAC ambiguity letters. */
final class GenbankSequences {
    private GenbankSequences() {}

    static void forEach(InputStream in, String file, Consumer<DnaSequence> consumer) throws IOException {
        Tail tail = new Tail(in);
        long records = 0;
        GenbankReader<DNASequence, NucleotideCompound> reader = new GenbankReader<>(
                tail,
                new GenericGenbankHeaderParser<>(),
                new DNASequenceCreator(AmbiguityDNACompoundSet.getDNACompoundSet()));
        Map<String, DNASequence> some = next(reader, file);
        while (!some.isEmpty()) {
            records += some.size();
            some.forEach((name, sequence) -> consumer.accept(convert(name, sequence, file)));
            some = reader.isClosed() ? Map.of() : next(reader, file);
        }
        if (records == 0 || !tail.isEndOfRecord()) {
            throw new UserException("the GenBank file ends early")
                    .in(file)
                    .expected("'//' after every record")
                    .remedy("copy or download it again");
        }
    }

    /** The next record; BioJava tells damage by runtime exceptions of many kinds. */
    private static Map<String, DNASequence> next(GenbankReader<DNASequence, NucleotideCompound> reader, String file)
            throws IOException {
        try {
            return reader.process(1);
        } catch (UserException e) {
            throw e;
        } catch (CompoundNotFoundException e) {
            throw new UserException("the sequence is not DNA (" + e.getMessage() + ")", e).in(file);
        } catch (RuntimeException e) {
            throw new UserException("the GenBank file is damaged (" + e.getMessage() + ")", e)
                    .in(file)
                    .remedy("copy or download it again");
        }
    }

    private static DnaSequence convert(@Nullable String name, DNASequence sequence, String file) {
        if (name == null) {
            throw new UserException("a record has no name").in(file).expected("ACCESSION and a name");
        }
        String description = sequence.getDescription() == null ? "" : sequence.getDescription();
        byte[] letters = sequence.getSequenceAsString().getBytes(StandardCharsets.ISO_8859_1);
        if (letters.length == 0) {
            throw new UserException("the record has no sequence")
                    .in(file)
                    .atRecord(name)
                    .expected("letters under ORIGIN")
                    .remedy("check that the file is whole");
        }
        for (byte letter : letters) {
            if (!FastaReader.isBase(letter)) {
                throw new UserException("the sequence is not DNA")
                        .in(file)
                        .atRecord(name)
                        .expected("the letters A C G T (U) or IUPAC codes")
                        .found("'" + (char) letter + "'")
                        .remedy("give a record of nucleotides");
            }
        }
        Integer version = sequence.getAccession().getVersion();
        return new DnaSequence(
                version == null || version < 1 ? name : name + "." + version, description.strip(), letters);
    }

    /** Passes bytes on and remembers the last ones. */
    private static final class Tail extends FilterInputStream {
        private String last = "";

        Tail(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                int keep = Math.min(count, 64);
                String added = new String(bytes, offset + count - keep, keep, StandardCharsets.ISO_8859_1);
                String joined = last + added;
                last = joined.substring(Math.max(0, joined.length() - 64));
            }
            return count;
        }

        boolean isEndOfRecord() {
            return last.stripTrailing().endsWith("//");
        }
    }
}

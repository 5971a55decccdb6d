package org.expomotif.scan.matrix;

import java.util.Locale;
import java.util.Optional;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.sequence.SequenceListener;
import org.expomotif.motif.Background;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * The letter frequencies that a user can choose.
 *
 * @param word one of the names of this class, in any case, or the path of a background file
 */
public record BackgroundChoice(String word) {
    /** FIMO's default: the non-redundant DNA database. */
    public static final String NRDB = "nrdb";

    /** The same frequency, a quarter, for every letter. */
    public static final String UNIFORM = "uniform";

    /** The letter frequencies of the motif file. */
    public static final String MOTIF_FILE = "motif-file";

    /** The letter frequencies of the scanned sequences. */
    public static final String SEQUENCES = "sequences";

    /** Whether this is the choice with the given name. */
    public boolean is(String name) {
        return word.toLowerCase(Locale.ROOT).equals(name);
    }

    /**
     * The letter frequencies, before smoothing.
     *
     * @param motifs the motifs, which {@link #MOTIF_FILE} needs
     * @param sequences path of the scanned sequences
     * @throws UserException when a file has no letter frequencies
     */
    public Background frequencies(Optional<MotifSet> motifs, String sequences) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case NRDB -> ScanBackground.NRDB;
            case UNIFORM -> Background.UNIFORM;
            case MOTIF_FILE -> of(motifs.orElseThrow());
            case SEQUENCES -> ofSequences(sequences);
            default -> BackgroundFile.read(word);
        };
    }

    /** The letter frequencies of a motif file, divided by their sum; uniform when the file has none. */
    private static Background of(MotifSet motifs) {
        Background raw = motifs.background().orElse(Background.UNIFORM);
        double sum = raw.a() + raw.c() + raw.g() + raw.t();
        return sum > 0
                ? new Background(raw.a() / sum, raw.c() / sum, raw.g() / sum, raw.t() / sum)
                : Background.UNIFORM;
    }

    /**
     * Reads a sequence file to its end and returns the frequencies of its known bases.
     *
     * @throws UserException when the file has no known base
     */
    private static Background ofSequences(String path) {
        long[] counts = new long[5];
        SequenceFile.stream(path, RepeatedNames.IGNORED, Warnings.NONE, new SequenceListener() {
            @Override
            public void begin(String name, String description) {}

            @Override
            public void letters(byte[] source, int from, int to) {
                for (int i = from; i < to; i++) {
                    counts[Nucleotide.code(source[i])]++;
                }
            }

            @Override
            public void end() {}
        });
        double known = (double) (counts[0] + counts[1] + counts[2] + counts[3]);
        if (known == 0) {
            throw new UserException("the sequences have no known base to compute a background from")
                    .in(Inputs.name(path));
        }
        return new Background(counts[0] / known, counts[1] / known, counts[2] / known, counts[3] / known);
    }
}

package org.expomotif.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.expomotif.run.Provenance;

/** The files that scores can be written to. */
public enum ScoreFormat {
    /** Arrays for Python. */
    NPZ(List.of(".npz")),
    /** A table with one row a base. */
    TSV(List.of(".tsv", ".txt")),
    /** A track for genome browsers. */
    BEDGRAPH(List.of(".bedgraph", ".bdg", ".bg")),
    /** The same track with an index. */
    BIGWIG(List.of(".bw", ".bigwig"));

    private final List<String> suffixes;

    ScoreFormat(List<String> suffixes) {
        this.suffixes = suffixes;
    }

    /** The format a file name asks for, a suffix of compression apart. */
    public static Optional<ScoreFormat> of(String path) {
        String name = path.toLowerCase(Locale.ROOT).replaceFirst("\\.b?gz$", "");
        for (ScoreFormat format : values()) {
            if (format.suffixes.stream().anyMatch(name::endsWith)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The file's name without the suffixes of format and compression. */
    public static String stem(String path) {
        String stem = path.replaceFirst("(?i)\\.b?gz$", "");
        int dot = stem.lastIndexOf('.');
        return of(path).isPresent() ? stem.substring(0, dot) : stem;
    }

    /**
     * Opens a file of this format; nothing appears before {@link ScoreWriter#commit()}.
     *
     * @param provenance what the file says of the run
     * @param genomeLengths bases of the genome's sequences, asked when the file is written, as far as known
     */
    public ScoreWriter open(String pathOrDash, Provenance provenance, Supplier<Map<String, Integer>> genomeLengths) {
        return switch (this) {
            case NPZ -> new NpzScores(pathOrDash, provenance);
            case TSV -> new TsvScores(pathOrDash, provenance);
            case BEDGRAPH -> new TrackScores(pathOrDash, provenance, false, genomeLengths);
            case BIGWIG -> new TrackScores(pathOrDash, provenance, true, genomeLengths);
        };
    }
}

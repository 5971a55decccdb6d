package org.expomotif.attribution.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.track.BigWig;
import org.expomotif.run.Provenance;

/** The file formats of scores. */
public enum ScoreFormat {
    /** NumPy arrays. */
    NPZ(List.of(".npz")),
    /** A table with one row per base. */
    TSV(List.of(".tsv", ".txt")),
    /** A track for genome browsers. */
    BEDGRAPH(List.of(".bedgraph", ".bdg", ".bg")),
    /** The same track in binary form, with an index. */
    BIGWIG(BigWig.SUFFIXES);

    private final List<String> suffixes;

    ScoreFormat(List<String> suffixes) {
        this.suffixes = suffixes;
    }

    /** The format of a file name by its suffix; a suffix of compression is ignored. */
    public static Optional<ScoreFormat> of(String path) {
        for (ScoreFormat format : values()) {
            if (FileSuffix.isOneOf(path, format.suffixes)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The file name without the suffixes of format and compression. */
    public static String stem(String path) {
        String stem = FileSuffix.withoutCompression(path);
        return of(path).isPresent() ? stem.substring(0, stem.lastIndexOf('.')) : stem;
    }

    /**
     * Opens a file of this format. The file appears only with {@link ScoreWriter#commit()}.
     *
     * @param provenance the description of the run in the file
     * @param settings the options that score other sequences in the same way, for formats that record them
     * @param genomeLengths supplies the known lengths of the genome's sequences, in bases; called when the file is
     *     written
     */
    public ScoreWriter open(
            String pathOrDash,
            Provenance provenance,
            List<String> settings,
            Supplier<Map<String, Integer>> genomeLengths) {
        return switch (this) {
            case NPZ -> new NpzScores(pathOrDash, provenance, settings);
            case TSV -> new TsvScores(pathOrDash, provenance);
            case BEDGRAPH -> new TrackScores(pathOrDash, provenance, false, genomeLengths);
            case BIGWIG -> new TrackScores(pathOrDash, provenance, true, genomeLengths);
        };
    }
}

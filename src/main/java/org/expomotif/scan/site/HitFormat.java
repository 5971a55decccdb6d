package org.expomotif.scan.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.table.TableOutput;
import org.expomotif.io.track.Bed;
import org.expomotif.run.Provenance;

/**
 * The file formats of sites. Scores have six significant digits and p-values three, as in FIMO. The matched sequence of
 * a site on the plus strand has its letters as read; on the minus strand it is the reverse complement in upper case.
 */
public enum HitFormat {
    /** FIMO's table: positions are counted from 1, and both ends are included. */
    TSV(".tsv", ".txt"),
    /**
     * BED6 with five more columns: score in bits, p-value, q-value, matched sequence, alternative identifier; a dot
     * stands for a missing value. Column 5 is {@code min(1000, -100 log10 p)} rounded to an integer, for browsers that
     * shade by it.
     */
    BED(".bed"),
    /** GFF3 as FIMO writes it: the score is {@code min(1000, -10 log10 p)}. */
    GFF3(".gff3", ".gff");

    /** The prefix of a comment. */
    public static final String COMMENT = "# ";

    private static final String GFF3_HEADER = "##gff-version 3\n";

    private static final String TSV_HEADER =
            "motif_id\tmotif_alt_id\tsequence_name\tstart\tstop\tstrand\tscore\tp-value"
                    + "\tq-value\tmatched_sequence\n";

    private static final String REGION_COLUMNS = "\tregion\tsummit_distance";

    private final List<String> suffixes;

    HitFormat(String... suffixes) {
        this.suffixes = List.of(suffixes);
    }

    /** The format of a file name by its suffix; a suffix of compression is ignored. Empty if the suffix is unknown. */
    public static Optional<HitFormat> ofFileName(String name) {
        for (HitFormat format : values()) {
            if (FileSuffix.isOneOf(name, format.suffixes)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * The first lines of a file; see {@link #head(Supplier)}.
     *
     * @param regions whether sites carry their regions
     */
    public byte[] head(Supplier<Provenance> provenance, boolean regions) {
        String table = new String(head(provenance), StandardCharsets.UTF_8);
        return this == TSV && regions
                ? (table.stripTrailing() + REGION_COLUMNS + "\n").getBytes(StandardCharsets.UTF_8)
                : head(provenance);
    }

    /** The first lines of a file: the header of a table, the provenance in other formats. */
    public byte[] head(Supplier<Provenance> provenance) {
        return switch (this) {
            case TSV -> TSV_HEADER.getBytes(StandardCharsets.UTF_8);
            case BED -> comments(provenance.get().head());
            case GFF3 -> concat(GFF3_HEADER, comments(provenance.get().head()));
        };
    }

    /** The last lines of a file: the provenance of a table, the checksums of streams in other formats. */
    public byte[] foot(Supplier<Provenance> provenance) {
        return comments(
                this == TSV ? provenance.get().lines() : provenance.get().tail());
    }

    /** Formats lines as comments. */
    static byte[] comments(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(COMMENT).append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(String first, byte[] second) {
        return new LineBuffer(1 << 10).text(first).text(second).toArray();
    }

    /** The score column of a site: bits in FIMO's table, else derived from the p-value. */
    public String score(double bits, double pValue) {
        return switch (this) {
            case TSV -> bits(bits);
            case BED -> Long.toString(Bed.score(pValue));
            case GFF3 -> CFormat.g(Math.min(1000, -10 * Math.log10(pValue)), 3);
        };
    }

    /** A score in bits. */
    static String bits(double score) {
        return CFormat.g(score, 6);
    }

    /** The placeholder of a q-value that is not computed. */
    byte[] noQValue() {
        return (this == BED ? "." : "").getBytes(StandardCharsets.UTF_8);
    }

    /** The q-value column or attribute of a site. */
    byte[] qValue(double qValue) {
        String digits = CFormat.g(qValue, 3);
        return (this == GFF3 ? "qvalue=" + digits + ";" : digits).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The name of a sequence, escaped for this format.
     *
     * @throws UserException when it is the first column and would make its lines comments
     */
    public byte[] sequenceName(String name) {
        return switch (this) {
            case TSV -> name(name);
            case BED -> firstColumn(name);
            case GFF3 -> name.startsWith("#") ? concat("%23", name(name.substring(1))) : name(name);
        };
    }

    /**
     * The identifier of a motif, escaped for this format.
     *
     * @throws UserException when it is the first column and would make its lines comments
     */
    byte[] motifId(String id) {
        return this == TSV ? firstColumn(id) : name(id);
    }

    private byte[] firstColumn(String name) {
        if (name.startsWith("#")) {
            throw TableOutput.isComment(name);
        }
        return name(name);
    }

    /** A name, escaped for this format. */
    byte[] name(String name) {
        String safe =
                this == GFF3 ? percentEncoded(name) : name.replace('\t', ' ').replace('\0', ' ');
        return safe.getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces characters with a meaning in the columns or attributes of GFF3 by percent codes. */
    private static String percentEncoded(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 127 && ";=&,%>".indexOf(b) < 0) {
                text.append((char) b);
            } else {
                text.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
            }
        }
        return text.toString();
    }
}

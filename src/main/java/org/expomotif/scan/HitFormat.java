package org.expomotif.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.expomotif.io.CFormat;

/**
 * The files that hits are written to. Scores have six significant digits and p-values three, as FIMO prints them; the
 * matched sequence is as read on the plus strand, the reverse complement in upper case on the minus strand.
 */
public enum HitFormat {
    /** FIMO's table: positions counted from 1, both ends included. */
    TSV(".tsv", ".txt"),
    /**
     * BED6 with four columns more: p-value, q-value, matched sequence, alternative id; a dot where there is none.
     * Column 5 is the score itself, not squeezed into 0..1000.
     */
    BED(".bed"),
    /** GFF3 as FIMO writes it: the score is {@code min(1000, -10 log10 p)}. */
    GFF3(".gff3", ".gff");

    private static final String TSV_HEADER =
            "motif_id\tmotif_alt_id\tsequence_name\tstart\tstop\tstrand\tscore\tp-value"
                    + "\tq-value\tmatched_sequence\n";

    private final List<String> suffixes;

    HitFormat(String... suffixes) {
        this.suffixes = List.of(suffixes);
    }

    /** The format that a file name asks for, {@code .gz} aside; none when its suffix is not one of ours. */
    public static Optional<HitFormat> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        for (HitFormat format : values()) {
            if (format.suffixes.stream().anyMatch(bare::endsWith)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * The first lines of a file.
     *
     * @param comments lines to stand there as comments, without the {@code #}
     */
    byte[] head(List<String> comments) {
        StringBuilder text = new StringBuilder(this == GFF3 ? "##gff-version 3\n" : "");
        for (String comment : comments) {
            text.append("# ").append(comment).append('\n');
        }
        if (this == TSV) {
            text.append(TSV_HEADER);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The score column of a hit. */
    String score(double score, double pValue) {
        return this == GFF3 ? CFormat.g(Math.min(1000, -10 * Math.log10(pValue)), 3) : CFormat.g(score, 6);
    }

    /** What stands in the place of a q-value that was not asked for. */
    byte[] noQValue() {
        return (this == BED ? "." : "").getBytes(StandardCharsets.UTF_8);
    }

    /** The q-value column or attribute of a hit. */
    byte[] qValue(double qValue) {
        String digits = CFormat.g(qValue, 3);
        return (this == GFF3 ? "qvalue=" + digits + ";" : digits).getBytes(StandardCharsets.UTF_8);
    }

    /** A name as this format can hold it. */
    byte[] name(String name) {
        String safe =
                this == GFF3 ? percentEncoded(name) : name.replace('\t', ' ').replace('\0', ' ');
        return safe.getBytes(StandardCharsets.UTF_8);
    }

    /** Letters that have a meaning in GFF3, in either the columns or the attributes, become percent codes. */
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

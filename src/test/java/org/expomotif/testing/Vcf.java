package org.expomotif.testing;

/** A VCF file without samples. */
public final class Vcf implements TextFile {
    private final StringBuilder text =
            new StringBuilder("##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n");

    private Vcf() {}

    /** A file of one record. */
    public static Vcf of(String contig, int position, String ref, String alt) {
        return new Vcf().and(contig, position, ref, alt);
    }

    /** A file without records. */
    public static Vcf empty() {
        return new Vcf();
    }

    /** Adds a record with the identifier x. */
    public Vcf and(String contig, int position, String ref, String alt) {
        text.append(String.join("\t", contig, Integer.toString(position), "x", ref, alt, ".", ".", "."));
        text.append('\n');
        return this;
    }

    @Override
    public String text() {
        return text.toString();
    }
}

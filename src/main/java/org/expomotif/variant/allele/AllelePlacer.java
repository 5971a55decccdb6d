package org.expomotif.variant.allele;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.vcf.VcfRecord;
import org.expomotif.io.vcf.VcfText;
import org.expomotif.run.UserException;

/** Finds the flanks of alleles in a genome, or the reason why an allele cannot be scored. */
public final class AllelePlacer {
    private static final String SPANNING = "*";

    private final ContigBases genome;
    private final WindowPlan plan;
    private final int margin;
    private final boolean strict;
    private final String file;
    private final Set<String> unknownContigs = new TreeSet<>();

    /** An allele with its status and, if it can be scored, its change and its flanks. */
    public sealed interface Placed {
        /** An allele that can be scored. */
        record Scorable(Change change, FlankedAlleles alleles) implements Placed {}

        /** An allele that cannot be scored. */
        record Unscored(AlleleStatus status) implements Placed {}
    }

    /**
     * Creates a placer.
     *
     * @param margin the number of bases of each flank that are wanted beyond those of the windows' need, if the contig
     *     has them
     * @param strict whether a REF that differs from the genome is an error
     * @param file the name of the VCF file in messages
     */
    public AllelePlacer(ContigBases genome, WindowPlan plan, int margin, boolean strict, String file) {
        this.genome = genome;
        this.plan = plan;
        this.margin = margin;
        this.strict = strict;
        this.file = file;
    }

    /** Names of contigs that the genome does not have. */
    public Set<String> unknownContigs() {
        return unknownContigs;
    }

    /** Places an ALT allele of a record. */
    public Placed place(VcfRecord record, String alt) {
        AlleleStatus kind = kind(record, alt);
        if (kind != AlleleStatus.SCORED) {
            return new Placed.Unscored(kind);
        }
        String contig = record.contig();
        long length = genome.length(contig);
        if (length == 0) {
            unknownContigs.add(contig);
            return new Placed.Unscored(AlleleStatus.UNKNOWN_CONTIG);
        }
        byte[] ref = codes(record.ref());
        long start = record.position() - 1L;
        if (start < 0 || start + ref.length > length) {
            return new Placed.Unscored(AlleleStatus.OFF_CONTIG);
        }
        if (!isInGenome(record, ref, start)) {
            return new Placed.Unscored(AlleleStatus.REF_MISMATCH);
        }
        Change change = Change.of(contig, record.position(), ref, codes(alt));
        if (!plan.fits(change)) {
            return new Placed.Unscored(AlleleStatus.TOO_LONG);
        }
        if (change.start() < plan.left(change) || change.end() + plan.right(change) > length) {
            return new Placed.Unscored(AlleleStatus.OFF_CONTIG);
        }
        return new Placed.Scorable(change, flanked(change, length));
    }

    private static AlleleStatus kind(VcfRecord record, String alt) {
        if (alt.equals(SPANNING)) {
            return AlleleStatus.SPANNING_DELETION;
        }
        if (alt.startsWith("<") || alt.indexOf('[') >= 0 || alt.indexOf(']') >= 0 || isSingleBreakend(alt)) {
            return AlleleStatus.SYMBOLIC;
        }
        boolean isWritten = isWritten(record.ref()) && isWritten(alt);
        if (!record.isReadable() || !isWritten || record.ref().equalsIgnoreCase(alt)) {
            return AlleleStatus.INVALID;
        }
        boolean isUnknown = isUnknown(record.ref()) || isUnknown(alt);
        return isUnknown ? AlleleStatus.UNKNOWN_BASE : AlleleStatus.SCORED;
    }

    private static boolean isSingleBreakend(String alt) {
        return alt.length() > 1 && (alt.startsWith(".") || alt.endsWith("."));
    }

    private static boolean isWritten(String allele) {
        return !allele.isEmpty() && allele.chars().allMatch(c -> "ACGTNacgtn".indexOf(c) >= 0);
    }

    private static boolean isUnknown(String allele) {
        return allele.indexOf('N') >= 0 || allele.indexOf('n') >= 0;
    }

    private static byte[] codes(String allele) {
        return Nucleotide.codes(VcfText.bytes(allele));
    }

    private boolean isInGenome(VcfRecord record, byte[] ref, long start) {
        byte[] found = genome.codes(record.contig(), start, start + ref.length);
        boolean isSame = Arrays.equals(found, ref);
        if (!isSame && strict) {
            throw new UserException("REF differs from the genome")
                    .in(file)
                    .atLine(record.number())
                    .expected(new String(Nucleotide.letters(found), StandardCharsets.US_ASCII) + " at "
                            + record.contig() + ":" + record.position())
                    .found(record.ref())
                    .remedy("give the genome that the variants were called with, or leave --strict out");
        }
        return isSame;
    }

    private FlankedAlleles flanked(Change change, long length) {
        long from = Math.max(0, change.start() - plan.left(change) - margin);
        long to = Math.min(length, change.end() + plan.right(change) + margin);
        return new FlankedAlleles(
                genome.codes(change.contig(), from, change.start()),
                change.ref(),
                change.alt(),
                genome.codes(change.contig(), change.end(), to));
    }
}

package org.expomotif.variant;

import java.util.List;
import org.expomotif.io.vcf.VcfRecord;

/** A file of variants with their effects. */
interface VariantOutput extends AutoCloseable {
    /** The number of significant digits of effects. */
    int DIGITS = 6;

    /** Writes the next record. */
    void write(VcfRecord record, List<AlleleResult> alleles);

    /** Completes the file. */
    void commit();

    @Override
    void close();
}

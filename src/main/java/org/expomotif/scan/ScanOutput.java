package org.expomotif.scan;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.expomotif.run.Provenance;

/**
 * Where hits go and how they look.
 *
 * @param stream receives the lines; not closed
 * @param format the kind of file
 * @param provenance what the file says of the run, asked for when it is written
 * @param temporary folder for lines that must wait and do not fit into memory
 */
public record ScanOutput(OutputStream stream, HitFormat format, Supplier<Provenance> provenance, Path temporary) {
    /** With a provenance that is known already. */
    public ScanOutput(OutputStream stream, HitFormat format, Provenance provenance, Path temporary) {
        this(stream, format, () -> provenance, temporary);
    }

    /** The same, with the head of the file before whatever is written first. */
    ScanOutput withHead() {
        return withHead(() -> format.head(provenance));
    }

    /** The same for the file of a share, whose head is the provenance in every format. */
    ScanOutput withHeadOfPart() {
        return withHead(() -> HitFormat.comments(provenance.get().lines()));
    }

    private ScanOutput withHead(Supplier<byte[]> head) {
        return new ScanOutput(new HeadedStream(stream, head), format, provenance, temporary);
    }

    /** What ends the file. */
    byte[] foot() {
        return format.foot(provenance);
    }
}

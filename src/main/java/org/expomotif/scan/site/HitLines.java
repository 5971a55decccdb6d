package org.expomotif.scan.site;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.expomotif.io.table.CFormat;
import org.expomotif.scan.input.NamedRegion;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * Writes the hits of one matrix as lines. The text between the coordinates and the bases depends on strand and sum
 * only, so it is built once per sum and cached. The text before the coordinates is built once per matrix and sequence.
 */
public final class HitLines {
    private final int number;
    private final ScanMatrix matrix;
    private final HitFormat format;
    private final boolean qValues;
    private final boolean regions;
    private final int width;
    private final byte[] id;
    private final byte[] head;
    private final byte[] afterName;
    private final byte[] foot;
    private final int minimumSum;
    private final AtomicReferenceArray<byte[]> plus;
    private final AtomicReferenceArray<byte[]> minus;

    /**
     * Prepares the text that all lines share.
     *
     * @param number index of the matrix
     * @param qValues whether lines have placeholders for q-values
     * @param regions whether lines have the name of the region and the distance from its summit
     */
    public HitLines(int number, ScanMatrix matrix, HitFormat format, boolean qValues, boolean regions) {
        this.number = number;
        this.matrix = matrix;
        this.format = format;
        this.qValues = qValues;
        this.regions = regions;
        this.width = matrix.width();
        this.id = format.motifId(matrix.id());
        this.head = head();
        this.afterName = (format == HitFormat.GFF3 ? "\texpomotif\tnucleotide_motif\t" : "\t")
                .getBytes(StandardCharsets.US_ASCII);
        this.foot = foot();
        this.minimumSum = matrix.minus()
                .map(other -> Math.min(other.minimumSum(), matrix.plus().minimumSum()))
                .orElse(matrix.plus().minimumSum());
        int sums = Math.max(0, matrix.plus().matrix().bestSum() - minimumSum + 1);
        this.plus = new AtomicReferenceArray<>(sums);
        this.minus = new AtomicReferenceArray<>(sums);
    }

    /** Number of positions of the matrix. */
    int width() {
        return width;
    }

    /** The minimum sum of a hit on either strand. */
    int minimumSum() {
        return minimumSum;
    }

    /** Adds one line per hit of the matrix. */
    void write(ScannedSlice scanned, LineBuffer out) {
        Slice slice = scanned.slice();
        SliceHits hits = scanned.hits();
        int to = hits.to(number);
        int piece = -1;
        byte[] begin = head;
        for (int hit = hits.from(number); hit < to; hit++) {
            int at = slice.pieceAt(hits.positions()[hit], Math.max(0, piece));
            if (at != piece) {
                piece = at;
                begin = begin(slice.piece(piece).name());
            }
            write(scanned.site(number, hit, slice.piece(piece)), begin, out);
        }
    }

    /** Adds the line of a site of the matrix. */
    void write(Site site, LineBuffer out) {
        write(site, begin(site.sequence().name()), out);
    }

    private void write(Site site, byte[] begin, LineBuffer out) {
        long start = site.start();
        out.text(begin)
                .number(format == HitFormat.BED ? start - 1 : start)
                .letter('\t')
                .number(start + width - 1)
                .text(middle(site));
        if (format == HitFormat.GFF3) {
            identity(site, out);
        }
        if (site.isMinus()) {
            out.reverseComplement(site.letters(), site.offset(), width);
        } else {
            out.bases(site.letters(), site.offset(), width);
        }
        out.text(foot);
        if (regions) {
            site.sequence().region().ifPresent(region -> region(site, region, out));
        }
        out.letter('\n');
    }

    /** The text before the coordinates. */
    private byte[] begin(byte[] name) {
        return new LineBuffer(head.length + name.length + afterName.length)
                .text(head)
                .text(name)
                .text(afterName)
                .toArray();
    }

    /** The region of a site, and the distance of its middle base from the summit. */
    private void region(Site site, NamedRegion region, LineBuffer out) {
        String distance = Long.toString(region.distance(site.middle(width)));
        boolean attributes = format == HitFormat.GFF3;
        out.text(attributes ? ";region=" : "\t").text(format.name(region.name()));
        out.text(attributes ? ";summit_distance=" : "\t").text(distance);
    }

    /** The text before the name of the sequence. */
    private byte[] head() {
        LineBuffer text = new LineBuffer(64);
        if (format == HitFormat.TSV) {
            text.text(id).letter('\t').text(format.name(matrix.name())).letter('\t');
        }
        return text.toArray();
    }

    /**
     * The text between the coordinates and the bases; for GFF3, only the part before the attributes with coordinates.
     */
    private byte[] middle(Site site) {
        AtomicReferenceArray<byte[]> known = site.isMinus() ? minus : plus;
        int above = site.sum() - minimumSum;
        byte[] middle = known.get(above);
        if (middle == null) {
            middle = newMiddle(site);
            known.set(above, middle);
        }
        return middle;
    }

    private byte[] newMiddle(Site site) {
        StrandMatrix strand = matrix.strand(site.isMinus());
        double pValue = strand.distribution().pValue(site.sum());
        double bits = strand.matrix().score(site.sum());
        String score = format.score(bits, pValue);
        String p = CFormat.g(pValue, 3);
        char sign = sign(site);
        LineBuffer middle = new LineBuffer(64);
        switch (format) {
            case TSV -> {
                middle.text("\t" + sign + "\t" + score + "\t" + p + "\t");
                qValue(site, middle);
                middle.letter('\t');
            }
            case BED -> {
                middle.letter('\t').text(id).text("\t" + score + "\t" + sign + "\t");
                middle.text(HitFormat.bits(bits) + "\t" + p + "\t");
                qValue(site, middle);
                middle.letter('\t');
            }
            case GFF3 ->
                middle.text("\t" + score + "\t" + sign + "\t.\tName=").text(id).letter('_');
        }
        return middle.toArray();
    }

    /** The attributes of GFF3 that contain coordinates, and those after them. */
    private void identity(Site site, LineBuffer out) {
        char sign = sign(site);
        byte[] name = site.sequence().name();
        double pValue = matrix.strand(site.isMinus()).distribution().pValue(site.sum());
        out.text(name)
                .letter(sign)
                .text(";Alias=")
                .text(format.name(matrix.name()))
                .text(";ID=")
                .text(id);
        out.letter('-').text(name).letter('-').number(site.start()).letter(sign);
        out.text(";pvalue=" + CFormat.g(pValue, 3) + ";");
        qValue(site, out);
        out.text("sequence=");
    }

    /** The text after the bases, up to the region. */
    private byte[] foot() {
        String name = new String(format.name(matrix.name()), StandardCharsets.UTF_8);
        String text = format == HitFormat.BED ? "\t" + (name.isEmpty() ? "." : name) : "";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static char sign(Site site) {
        return site.isMinus() ? '-' : '+';
    }

    private void qValue(Site site, LineBuffer out) {
        if (qValues) {
            new QValuePlaceholder(number, site.key()).write(out);
        } else {
            out.text(format.noQValue());
        }
    }
}

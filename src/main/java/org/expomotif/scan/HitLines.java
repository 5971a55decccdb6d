package org.expomotif.scan;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.expomotif.io.CFormat;

/**
 * Writes the hits of one matrix as lines. What stands between the coordinates and the bases depends on strand and sum
 * alone, so it is made once and kept; what stands before them is made once a piece of sequence.
 */
final class HitLines {
    private final ScanMatrix matrix;
    private final HitFormat format;
    private final boolean qValues;
    private final int width;
    private final byte[] id;
    private final byte[] foot;
    private final int leastSum;
    private final AtomicReferenceArray<byte[]> plus;
    private final AtomicReferenceArray<byte[]> minus;

    /**
     * Prepares the parts that all lines share.
     *
     * @param qValues whether a hole is left for the q-value of every hit
     */
    HitLines(ScanMatrix matrix, HitFormat format, boolean qValues) {
        this.matrix = matrix;
        this.format = format;
        this.qValues = qValues;
        this.width = matrix.width();
        this.id = format.name(matrix.id());
        this.foot = foot();
        this.leastSum = matrix.minus()
                .map(other -> Math.min(other.leastSum(), matrix.plus().leastSum()))
                .orElse(matrix.plus().leastSum());
        int sums = Math.max(0, matrix.plus().matrix().bestSum() - leastSum + 1);
        this.plus = new AtomicReferenceArray<>(sums);
        this.minus = new AtomicReferenceArray<>(sums);
    }

    /** Adds one line a hit of the matrix, which has this number in {@code hits}. */
    void write(SliceHits hits, int number, Slice slice, LineBuffer out) {
        int piece = -1;
        byte[] head = new byte[0];
        int[] positions = hits.positions();
        int to = hits.to(number);
        for (int hit = hits.from(number); hit < to; hit++) {
            int at = positions[hit];
            int next = slice.pieceAt(at, Math.max(0, piece));
            if (next != piece) {
                piece = next;
                head = head(slice.piece(piece));
            }
            boolean isMinus = hits.minus(hit);
            byte[] middle = middle(isMinus, hits.sum(hit));
            long start = slice.piece(piece).position(at);
            out.text(head).number(format == HitFormat.BED ? start - 1 : start).letter('\t');
            out.number(start + width - 1).text(middle);
            if (format == HitFormat.GFF3) {
                identity(slice.piece(piece), start, isMinus, hits.sum(hit), out);
            }
            if (isMinus) {
                out.reverseComplement(slice.letters(), at, width);
            } else {
                out.bases(slice.letters(), at, width);
            }
            out.text(foot);
        }
    }

    /** What stands before the coordinates. */
    private byte[] head(Slice.Piece piece) {
        LineBuffer head = new LineBuffer(64);
        switch (format) {
            case TSV ->
                head.text(id)
                        .letter('\t')
                        .text(format.name(matrix.name()))
                        .letter('\t')
                        .text(piece.name())
                        .letter('\t');
            case BED -> head.text(piece.name()).letter('\t');
            case GFF3 -> head.text(piece.name()).text("\texpomotif\tnucleotide_motif\t");
        }
        return head.toArray();
    }

    /** What stands between the coordinates and the bases; of GFF3 only what does not name the place. */
    private byte[] middle(boolean isMinus, int sum) {
        AtomicReferenceArray<byte[]> known = isMinus ? minus : plus;
        byte[] middle = known.get(sum - leastSum);
        if (middle == null) {
            middle = newMiddle(isMinus, sum);
            known.set(sum - leastSum, middle);
        }
        return middle;
    }

    private byte[] newMiddle(boolean isMinus, int sum) {
        StrandMatrix strand = matrix.strand(isMinus);
        double pValue = strand.distribution().pValue(sum);
        String score = format.score(strand.matrix().score(sum), pValue);
        String p = CFormat.g(pValue, 3);
        char sign = isMinus ? '-' : '+';
        LineBuffer middle = new LineBuffer(64);
        switch (format) {
            case TSV -> {
                middle.text("\t" + sign + "\t" + score + "\t" + p + "\t");
                qValue(sum, isMinus, middle);
                middle.letter('\t');
            }
            case BED -> {
                middle.letter('\t').text(id).text("\t" + score + "\t" + sign + "\t" + p + "\t");
                qValue(sum, isMinus, middle);
                middle.letter('\t');
            }
            case GFF3 ->
                middle.text("\t" + score + "\t" + sign + "\t.\tName=").text(id).letter('_');
        }
        return middle.toArray();
    }

    /** The attributes of GFF3 from the name of the place on. */
    private void identity(Slice.Piece piece, long start, boolean isMinus, int sum, LineBuffer out) {
        char sign = isMinus ? '-' : '+';
        out.text(piece.name())
                .letter(sign)
                .text(";Alias=")
                .text(format.name(matrix.name()))
                .text(";ID=")
                .text(id);
        out.letter('-').text(piece.name()).letter('-').number(start).letter(sign);
        out.text(";pvalue=" + CFormat.g(matrix.strand(isMinus).distribution().pValue(sum), 3) + ";");
        qValue(sum, isMinus, out);
        out.text("sequence=");
    }

    /** What stands behind the bases. */
    private byte[] foot() {
        String name = new String(format.name(matrix.name()), StandardCharsets.UTF_8);
        String text = format == HitFormat.BED ? "\t" + (name.isEmpty() ? "." : name) + "\n" : "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void qValue(int sum, boolean isMinus, LineBuffer out) {
        if (qValues) {
            out.hole(isMinus ? ~sum : sum);
        } else {
            out.text(format.noQValue());
        }
    }
}

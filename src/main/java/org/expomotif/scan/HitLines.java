package org.expomotif.scan;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.expomotif.io.CFormat;

/**
 * Writes the hits of one matrix as lines. Score and p-value depend on strand and sum alone, so their digits are made
 * once and kept.
 */
final class HitLines {
    private record Digits(byte[] score, byte[] pValue) {}

    private final ScanMatrix matrix;
    private final HitFormat format;
    private final boolean qValues;
    private final byte[] id;
    private final byte[] name;
    private final int leastSum;
    private final AtomicReferenceArray<Digits> plus;
    private final AtomicReferenceArray<Digits> minus;

    /**
     * Prepares the parts that all lines share.
     *
     * @param qValues whether a hole is left for the q-value of every hit
     */
    HitLines(ScanMatrix matrix, HitFormat format, boolean qValues) {
        this.matrix = matrix;
        this.format = format;
        this.qValues = qValues;
        this.id = format.name(matrix.id());
        this.name = format.name(matrix.name());
        this.leastSum = matrix.minus()
                .map(other -> Math.min(other.leastSum(), matrix.plus().leastSum()))
                .orElse(matrix.plus().leastSum());
        int sums = Math.max(0, matrix.plus().matrix().bestSum() - leastSum + 1);
        this.plus = new AtomicReferenceArray<>(sums);
        this.minus = new AtomicReferenceArray<>(sums);
    }

    /** Adds one line a hit of {@code slice}. */
    void write(HitBuffer hits, Slice slice, LineBuffer out) {
        int piece = 0;
        for (int hit = 0; hit < hits.size(); hit++) {
            int position = hits.position(hit);
            piece = slice.pieceAt(position, piece);
            line(slice.piece(piece), position, hits.minus(hit), hits.sum(hit), out);
        }
    }

    private void line(Slice.Piece piece, int position, boolean isMinus, int sum, LineBuffer out) {
        int from = piece.start() + position - piece.offset();
        long start = piece.firstBase() + from;
        long end = start + matrix.width() - 1;
        int strand = isMinus ? '-' : '+';
        Digits digits = digits(isMinus, sum);
        switch (format) {
            case TSV -> {
                out.text(id).letter('\t').text(name).letter('\t').text(piece.name());
                out.letter('\t')
                        .number(start)
                        .letter('\t')
                        .number(end)
                        .letter('\t')
                        .letter(strand);
                out.letter('\t')
                        .text(digits.score)
                        .letter('\t')
                        .text(digits.pValue)
                        .letter('\t');
                qValue(sum, isMinus, out);
                bases(piece, from, isMinus, out.letter('\t'));
            }
            case BED -> {
                out.text(piece.name())
                        .letter('\t')
                        .number(start - 1)
                        .letter('\t')
                        .number(end);
                out.letter('\t')
                        .text(id)
                        .letter('\t')
                        .text(digits.score)
                        .letter('\t')
                        .letter(strand);
                out.letter('\t').text(digits.pValue).letter('\t');
                qValue(sum, isMinus, out);
                bases(piece, from, isMinus, out.letter('\t'));
                out.letter('\t');
                if (name.length == 0) {
                    out.letter('.');
                }
                out.text(name);
            }
            case GFF3 -> {
                out.text(piece.name())
                        .text("\texpomotif\tnucleotide_motif\t")
                        .number(start)
                        .letter('\t')
                        .number(end);
                out.letter('\t')
                        .text(digits.score)
                        .letter('\t')
                        .letter(strand)
                        .text("\t.\tName=")
                        .text(id);
                out.letter('_')
                        .text(piece.name())
                        .letter(strand)
                        .text(";Alias=")
                        .text(name)
                        .text(";ID=")
                        .text(id);
                out.letter('-')
                        .text(piece.name())
                        .letter('-')
                        .number(start)
                        .letter(strand)
                        .text(";pvalue=");
                out.text(digits.pValue).letter(';');
                qValue(sum, isMinus, out);
                bases(piece, from, isMinus, out.text("sequence="));
            }
        }
        out.letter('\n');
    }

    private void qValue(int sum, boolean isMinus, LineBuffer out) {
        if (qValues) {
            out.hole(isMinus ? ~sum : sum);
        } else {
            out.text(format.noQValue());
        }
    }

    private void bases(Slice.Piece piece, int from, boolean isMinus, LineBuffer out) {
        if (isMinus) {
            out.reverseComplement(piece.letters(), from, matrix.width());
        } else {
            out.bases(piece.letters(), from, matrix.width());
        }
    }

    private Digits digits(boolean isMinus, int sum) {
        AtomicReferenceArray<Digits> known = isMinus ? minus : plus;
        Digits digits = known.get(sum - leastSum);
        if (digits == null) {
            StrandMatrix strand = matrix.strand(isMinus);
            double score = strand.matrix().score(sum);
            double pValue = strand.distribution().pValue(sum);
            digits = new Digits(
                    format.score(score, pValue).getBytes(StandardCharsets.US_ASCII),
                    CFormat.g(pValue, 3).getBytes(StandardCharsets.US_ASCII));
            known.set(sum - leastSum, digits);
        }
        return digits;
    }
}

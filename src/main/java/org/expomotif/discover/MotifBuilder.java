package org.expomotif.discover;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.seqlet.Seqlet;
import org.expomotif.seqlet.Span;

/**
 * Aligns the seqlets of a group and averages them: first to the member that is most similar to the others, then twice
 * to the mean of all. Columns at both ends with less than 0.3 of the largest absolute contribution of a column are
 * trimmed.
 */
final class MotifBuilder {
    /**
     * Fraction of the largest mean contribution of a letter, of the sign of the motif, below which columns at the ends
     * are trimmed.
     */
    private static final double TRIM = 0.3;

    private static final int MINIMUM_WIDTH = 4;

    /** Columns that a mean has beyond the member that is most similar to the others, on each side. */
    private static final int MARGIN = 10;

    /** Members among which the one that is most similar to the others is chosen. */
    private static final int CANDIDATES = 100;

    private static final int ALIGNMENTS = 2;

    private final SequenceScores scores;
    private final WindowAligner aligner;

    MotifBuilder(SequenceScores scores, WindowAligner aligner) {
        this.scores = scores;
        this.aligner = aligner;
    }

    /** The window of a seqlet. */
    static SeqletWindow window(SequenceScores scores, Seqlet seqlet) {
        Span span = seqlet.span();
        return SeqletWindow.of(
                scores.codes().get(seqlet.sequence()),
                scores.bases().maps().get(seqlet.sequence()),
                span.start(),
                span.end(),
                span.isPositive() ? 1 : -1);
    }

    /** The seqlets, each with the place of the motif, and the matrices of the motif. */
    record Built(List<SeqletPlace> places, MotifMatrices matrices) {}

    /** The mean window of seqlets. */
    SeqletWindow mean(List<Seqlet> seqlets) {
        return aligned(seqlets).template();
    }

    /** The median similarity of seqlets with a mean window; of two, the smaller one. */
    double medianSimilarity(SeqletWindow mean, List<Seqlet> seqlets) {
        double[] similarities = seqlets.stream()
                .map(seqlet -> window(scores, seqlet))
                .mapToDouble(window -> aligner.similarity(mean, window, window.reverseComplement()))
                .sorted()
                .toArray();
        return similarities[(similarities.length - 1) / 2];
    }

    private record Aligned(SeqletWindow template, List<SeqletPlace> places) {}

    private Aligned aligned(List<Seqlet> seqlets) {
        List<SeqletWindow> windows =
                seqlets.stream().map(seqlet -> window(scores, seqlet)).toList();
        List<SeqletWindow> turned =
                windows.stream().map(SeqletWindow::reverseComplement).toList();
        SeqletWindow template = windows.get(central(windows, turned));
        List<WindowAlignment> alignments = align(template, windows, turned);
        int margin = MARGIN;
        for (int i = 0; i < ALIGNMENTS; i++) {
            template = mean(template.length() + 2 * margin, margin, alignments, windows, turned);
            alignments = align(template, windows, turned);
            margin = 0;
        }
        List<SeqletPlace> places = new ArrayList<>();
        for (int i = 0; i < seqlets.size(); i++) {
            places.add(place(seqlets.get(i), windows.get(i).length(), template.length(), alignments.get(i)));
        }
        return new Aligned(template, places);
    }

    /**
     * Aligns seqlets.
     *
     * @param seqlets at least one, in the order of the sequences
     */
    Built build(List<Seqlet> seqlets) {
        Aligned aligned = aligned(seqlets);
        return trimmed(aligned.places(), aligned.template().length());
    }

    /** The index of the member that is most similar to the others, among some that are spread evenly. */
    private int central(List<SeqletWindow> windows, List<SeqletWindow> turned) {
        int n = Math.min(CANDIDATES, windows.size());
        double best = -1;
        int central = 0;
        for (int i = 0; i < n; i++) {
            int candidate = (int) ((long) i * windows.size() / n);
            double sum = 0;
            for (int j = 0; j < n; j++) {
                int other = (int) ((long) j * windows.size() / n);
                sum += aligner.similarity(windows.get(candidate), windows.get(other), turned.get(other));
            }
            if (sum > best) {
                best = sum;
                central = candidate;
            }
        }
        return central;
    }

    private List<WindowAlignment> align(SeqletWindow template, List<SeqletWindow> windows, List<SeqletWindow> turned) {
        List<WindowAlignment> alignments = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            alignments.add(aligner.align(template, windows.get(i), turned.get(i)));
        }
        return alignments;
    }

    /** The mean of aligned windows, with a margin before the template that they were aligned to. */
    private static SeqletWindow mean(
            int length,
            int margin,
            List<WindowAlignment> alignments,
            List<SeqletWindow> windows,
            List<SeqletWindow> turned) {
        float[][] sums = new float[length][4];
        for (int i = 0; i < windows.size(); i++) {
            WindowAlignment alignment = alignments.get(i);
            float[][] rows = (alignment.reverse() ? turned : windows).get(i).byLetter();
            for (int row = 0; row < rows.length; row++) {
                int column = margin + alignment.offset() + row;
                for (int letter = 0; letter < 4 && column >= 0 && column < length; letter++) {
                    sums[column][letter] += rows[row][letter];
                }
            }
        }
        return SeqletWindow.of(sums);
    }

    /** Where the columns of the template lie in the sequence. */
    private static SeqletPlace place(Seqlet seqlet, int length, int width, WindowAlignment alignment) {
        int from = Math.max(0, seqlet.span().start() - SeqletWindow.FLANK);
        int start = alignment.reverse() ? from + length - width + alignment.offset() : from - alignment.offset();
        return new SeqletPlace(seqlet, start, alignment.reverse(), alignment.similarity());
    }

    /** Trims the ends, and turns the motif so that most of its seqlets lie on it as they are read. */
    private Built trimmed(List<SeqletPlace> places, int width) {
        double[][] contributions = MotifMatrices.of(scores, places, width).contributions();
        int sign = places.getFirst().seqlet().span().isPositive() ? 1 : -1;
        double[] columns = new double[width];
        double highest = 0;
        for (int i = 0; i < width; i++) {
            for (double contribution : contributions[i]) {
                columns[i] = Math.max(columns[i], sign * contribution);
            }
            highest = Math.max(highest, columns[i]);
        }
        int first = 0;
        int end = width;
        while (end - first > MINIMUM_WIDTH && columns[end - 1] < TRIM * highest) {
            end--;
        }
        while (end - first > MINIMUM_WIDTH && columns[first] < TRIM * highest) {
            first++;
        }
        boolean turn = 2 * places.stream().filter(SeqletPlace::reverse).count() > places.size();
        List<SeqletPlace> trimmed = new ArrayList<>();
        for (SeqletPlace place : places) {
            int start = place.start() + (place.reverse() ? width - end : first);
            trimmed.add(new SeqletPlace(place.seqlet(), start, place.reverse() != turn, place.similarity()));
        }
        return new Built(trimmed, MotifMatrices.of(scores, trimmed, end - first));
    }
}

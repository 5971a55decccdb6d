package org.expomotif.scan.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.track.BedGraphWriter;
import org.expomotif.io.track.BigWig;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.GroupedSums;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;

/**
 * Writes the maximum score of all matrices and strands at every position, as bigWig when the file name ends in
 * {@code .bw} or {@code .bigwig}, else as bedGraph. The score of a window is written at its leftmost base; a base where
 * no window of known bases starts has no score.
 */
public final class ScoreTrack implements SliceListener, AutoCloseable {
    private record Strands(ScanMatrix matrix, GroupedSums plus, Optional<GroupedSums> minus) {}

    private final List<Strands> strands;
    private final Optional<BedGraphWriter> text;
    private final Optional<BigWig> binary;
    private final Map<String, Integer> lengths = new HashMap<>();

    /**
     * Opens the file.
     *
     * @param provenance provenance of the run, written to a bedGraph
     */
    public ScoreTrack(String path, List<ScanMatrix> matrices, Provenance provenance) {
        this.strands = matrices.stream()
                .map(matrix -> new Strands(
                        matrix,
                        new GroupedSums(matrix.plus().matrix()),
                        matrix.minus().map(minus -> new GroupedSums(minus.matrix()))))
                .toList();
        boolean isBinary = FileSuffix.endsIn(path, BigWig.SUFFIXES);
        this.text = isBinary ? Optional.empty() : Optional.of(BedGraphWriter.open(path, provenance));
        this.binary = isBinary ? Optional.of(BigWig.open(path)) : Optional.empty();
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        Slice slice = scanned.slice();
        float[] best = best(codes, slice.windows());
        return () -> add(slice, best);
    }

    /** The maximum score of each window of a slice, NaN where there is none. */
    private float[] best(SliceCodes slice, int windows) {
        float[] best = new float[windows];
        Arrays.fill(best, Float.NaN);
        for (int from = slice.nextKnown(0); from < windows; ) {
            int to = slice.nextUnknown(from);
            for (Strands one : strands) {
                raise(one, slice.fives(), from, Math.min(windows, to - one.matrix.width() + 1), best);
            }
            from = slice.nextKnown(to);
        }
        return best;
    }

    private static void raise(Strands one, short[] fives, int from, int to, float[] best) {
        IntegerMatrix matrix = one.matrix.plus().matrix();
        for (int start = from; start < to; start++) {
            int sum = one.plus.sum(fives, start);
            if (one.minus.isPresent()) {
                sum = Math.max(sum, one.minus.get().sum(fives, start));
            }
            float score = (float) matrix.score(sum);
            if (!(best[start] >= score)) {
                best[start] = score;
            }
        }
    }

    /**
     * Receives the length of a sequence, which a bigWig file contains.
     *
     * @throws UserException when the sequence is too long for a track
     */
    @Override
    public void length(String name, long bases) {
        if (bases > Integer.MAX_VALUE) {
            throw new UserException("the sequence is too long for a track of scores")
                    .atRecord("sequence " + name)
                    .expected("at most " + Integer.MAX_VALUE + " bases")
                    .found(String.valueOf(bases))
                    .remedy("scan without --scores");
        }
        lengths.merge(name, (int) bases, Math::max);
    }

    /** Adds the scores of the next slice. */
    private void add(Slice slice, float[] best) {
        for (int p = 0; p < slice.pieces().size(); p++) {
            Slice.Piece piece = slice.piece(p);
            int end = p + 1 < slice.pieces().size() ? slice.piece(p + 1).offset() - 1 : slice.length();
            String name = piece.source().sequence();
            int from = Math.max(0, piece.offset());
            int last = Math.min(end, best.length);
            while (from < last) {
                int to = from;
                while (to < last && !Float.isNaN(best[to])) {
                    to++;
                }
                if (to > from) {
                    add(name, (int) piece.position(from) - 1, Arrays.copyOfRange(best, from, to));
                }
                from = to + 1;
            }
        }
    }

    private void add(String name, int start, float[] values) {
        binary.ifPresent(file -> file.add(new BigWig.FixedStep(name, start, values)));
        for (int i = 0; text.isPresent() && i < values.length; i++) {
            text.get().write(name, start + i, start + i + 1, values[i]);
        }
    }

    @Override
    public void finish() {}

    /** Finishes the file. */
    public void commit() {
        text.ifPresent(BedGraphWriter::commit);
        binary.ifPresent(file -> file.commit(lengths));
    }

    @Override
    public void close() {
        text.ifPresent(BedGraphWriter::close);
        binary.ifPresent(BigWig::close);
    }
}

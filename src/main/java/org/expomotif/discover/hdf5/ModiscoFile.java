package org.expomotif.discover.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.attribution.file.LetterScores;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.discover.DiscoveredMotif;
import org.expomotif.discover.MotifMatrices;
import org.expomotif.discover.SeqletPlace;
import org.expomotif.dna.Nucleotide;
import org.expomotif.run.AtomicFile;
import org.expomotif.run.UserException;

/**
 * Motifs as TF-MoDISco writes them (modisco-lite 3), for its reports and for Fi-NeMo.
 *
 * <p>The groups are {@code pos_patterns} and {@code neg_patterns}, and in them {@code pattern_0}, {@code pattern_1} and
 * so on, in the order of the motifs, with {@code sequence} (frequencies), {@code contrib_scores} and
 * {@code hypothetical_contribs} (columns x 4), and {@code seqlets}. All patterns have the same number of columns, as
 * Fi-NeMo expects: those of the widest motif and ten on both sides, with each motif in the middle. As in TF-MoDISco,
 * seqlets whose columns extend beyond the ends of a sequence are left out of {@code seqlets}; they count in the
 * matrices.
 */
public final class ModiscoFile {
    /** Columns on both sides of the widest motif. */
    private static final int FLANK = 10;

    private final SequenceScores scores;
    private final int width;

    private ModiscoFile(SequenceScores scores, List<DiscoveredMotif> motifs) {
        this.scores = scores;
        this.width = motifs.stream()
                        .mapToInt(motif -> motif.matrices().width())
                        .max()
                        .orElse(0)
                + 2 * FLANK;
    }

    /**
     * Writes motifs.
     *
     * @param path the output, a regular file
     * @param scores the scores of the sequences that the seqlets are in
     * @param motifs the motifs
     */
    public static void write(String path, SequenceScores scores, List<DiscoveredMotif> motifs) {
        try (AtomicFile file = AtomicFile.open(path)) {
            writeTo(file.written(), path, scores, motifs);
            file.commit();
        }
    }

    private static void writeTo(Path file, String path, SequenceScores scores, List<DiscoveredMotif> motifs) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            int length = scores.codes().isEmpty() ? 0 : scores.codes().getFirst().length;
            hdf.putAttribute("window_size", length);
            ModiscoFile writer = new ModiscoFile(scores, motifs);
            writer.patterns(
                    hdf,
                    "pos_patterns",
                    motifs.stream().filter(DiscoveredMotif::positive).toList());
            hdf.removeAttribute("_jHDF");
            writer.patterns(
                    hdf,
                    "neg_patterns",
                    motifs.stream().filter(motif -> !motif.positive()).toList());
        } catch (HdfException e) {
            throw new UserException("the HDF5 file cannot be written (" + e.getMessage() + ")", e).in(path);
        }
    }

    private void patterns(WritableGroup parent, String name, List<DiscoveredMotif> motifs) {
        if (motifs.isEmpty()) {
            return;
        }
        WritableGroup group = parent.putGroup(name);
        for (int i = 0; i < motifs.size(); i++) {
            pattern(group.putGroup("pattern_" + i), motifs.get(i));
        }
    }

    private void pattern(WritableGroup group, DiscoveredMotif motif) {
        int before = (width - motif.matrices().width()) / 2;
        int after = width - motif.matrices().width() - before;
        List<SeqletPlace> places = motif.seqlets().stream()
                .map(place -> place.extended(before, after))
                .toList();
        MotifMatrices matrices = MotifMatrices.of(scores, places, width);
        group.putDataset("sequence", matrices.frequencies());
        group.putDataset("contrib_scores", matrices.contributions());
        group.putDataset("hypothetical_contribs", matrices.hypothetical().orElse(matrices.contributions()));
        List<SeqletPlace> inside = places.stream().filter(this::isInside).toList();
        seqlets(group.putGroup("seqlets"), inside);
    }

    private boolean isInside(SeqletPlace place) {
        int length = scores.codes().get(place.seqlet().sequence()).length;
        return place.start() >= 0 && place.start() + width <= length;
    }

    private void seqlets(WritableGroup group, List<SeqletPlace> places) {
        int n = places.size();
        group.putDataset("n_seqlets", new long[] {n});
        if (n == 0) {
            return;
        }
        long[] starts = new long[n];
        long[] ends = new long[n];
        long[] sequences = new long[n];
        byte[] reversed = new byte[n];
        float[][][] letters = new float[n][width][4];
        float[][][] contributions = new float[n][width][4];
        float[][][] hypothetical = new float[n][width][4];
        for (int i = 0; i < n; i++) {
            SeqletPlace place = places.get(i);
            starts[i] = place.start();
            ends[i] = starts[i] + width;
            sequences[i] = place.seqlet().sequence();
            reversed[i] = (byte) (place.reverse() ? 1 : 0);
            fill(place, letters[i], contributions[i], hypothetical[i]);
        }
        group.putDataset("start", starts);
        group.putDataset("end", ends);
        group.putDataset("example_idx", sequences);
        group.putDataset("is_revcomp", reversed);
        group.putDataset("sequence", letters);
        group.putDataset("contrib_scores", contributions);
        group.putDataset("hypothetical_contribs", scores.letters().isPresent() ? hypothetical : contributions);
    }

    /** The letters, contributions and scores of all letters of a seqlet, on the strand of the motif. */
    private void fill(SeqletPlace place, float[][] letters, float[][] contributions, float[][] hypothetical) {
        int sequence = place.seqlet().sequence();
        byte[] codes = scores.codes().get(sequence);
        float[] map = scores.bases().maps().get(sequence);
        for (int column = 0; column < letters.length; column++) {
            int at = place.position(column, letters.length);
            if (codes[at] != Nucleotide.UNKNOWN) {
                int letter = place.reverse() ? 3 - codes[at] : codes[at];
                letters[column][letter] = 1;
                contributions[column][letter] = map[at];
            }
            if (scores.letters().isPresent()) {
                LetterScores all = scores.letters().get();
                for (int letter = 0; letter < 4; letter++) {
                    hypothetical[column][place.reverse() ? 3 - letter : letter] = all.at(sequence, at, letter);
                }
            }
        }
    }
}

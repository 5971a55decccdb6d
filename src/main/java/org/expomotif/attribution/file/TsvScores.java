package org.expomotif.attribution.file;

import org.expomotif.attribution.Attribution;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.Provenance;

/** Scores as a table with one row per base: the score of the base present and the score of each of the four bases. */
final class TsvScores implements ScoreWriter {
    private final TsvWriter<Row> table;

    /**
     * The row of a base.
     *
     * @param id name of the sequence
     * @param position position of the base, counted from 1
     * @param base the letter as read
     * @param score score of the base
     * @param a score in the channel of A
     * @param c score in the channel of C
     * @param g score in the channel of G
     * @param t score in the channel of T
     */
    record Row(
            String id,
            int position,
            String base,
            float score,
            @TsvColumn("score_A") float a,
            @TsvColumn("score_C") float c,
            @TsvColumn("score_G") float g,
            @TsvColumn("score_T") float t) {}

    TsvScores(String pathOrDash, Provenance provenance) {
        table = TsvWriter.open(pathOrDash, Row.class, provenance);
    }

    @Override
    public void write(Attribution explanation) {
        byte[] letters = explanation.sequence().letters();
        float[] scores = explanation.scores();
        for (int i = 0; i < letters.length; i++) {
            table.write(new Row(
                    explanation.sequence().name(),
                    i + 1,
                    String.valueOf((char) letters[i]),
                    explanation.baseScores()[i],
                    scores[4 * i],
                    scores[4 * i + 1],
                    scores[4 * i + 2],
                    scores[4 * i + 3]));
        }
    }

    @Override
    public void commit() {
        table.commit();
    }

    @Override
    public void close() {
        table.close();
    }
}

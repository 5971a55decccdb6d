package org.expomotif.attribution;

import java.util.List;
import org.expomotif.io.BedGraphWriter;

/** Base scores as a track, on the genome where the names of the sequences say from where they are. */
final class BedGraphScores implements ScoreWriter {
    private final BedGraphWriter track;

    BedGraphScores(String pathOrDash, List<String> comments) {
        track = BedGraphWriter.open(pathOrDash, comments);
    }

    @Override
    public void write(Explanation explanation) {
        float[] scores = explanation.baseScores();
        GenomicPlace place = GenomicPlace.of(explanation.sequence().name(), scores.length);
        for (int i = 0; i < scores.length; i++) {
            int at = place.start() + i;
            track.write(place.sequence(), at, at + 1, scores[place.reverse() ? scores.length - 1 - i : i]);
        }
    }

    @Override
    public void commit() {
        track.commit();
    }

    @Override
    public void close() {
        track.close();
    }
}

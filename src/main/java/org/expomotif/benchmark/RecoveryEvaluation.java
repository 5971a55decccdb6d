package org.expomotif.benchmark;

import java.util.Optional;
import org.expomotif.attribution.Attribution;
import org.expomotif.io.shard.Shard;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.synth.PlantedTruth;

/** The evaluation of attributions by planted motifs, and its table. */
public final class RecoveryEvaluation {
    /** Which scores of a base are evaluated. */
    public enum Scores {
        /** {@link Attribution#baseScores()}. */
        BASE,
        /** {@link Attribution#studyScores()}. */
        STUDY
    }

    private final PlantedTruth truth;
    private final String sitesName;
    private final Scores scores;
    private final Optional<String> table;
    private final AttributionRecovery recovery = new AttributionRecovery();

    /**
     * Creates an evaluation without attributions.
     *
     * @param sitesName name of the file of planted motifs, for messages
     * @param table path of the table, if it is written
     */
    public RecoveryEvaluation(PlantedTruth truth, String sitesName, Scores scores, Optional<String> table) {
        this.truth = truth;
        this.sitesName = sitesName;
        this.scores = scores;
        this.table = table;
    }

    /** Evaluates one attribution. */
    public void add(Attribution explanation) {
        String name = explanation.sequence().name();
        float[] values = scores == Scores.BASE ? explanation.baseScores() : explanation.studyScores();
        recovery.add(name, values, truth.informative(name, values.length));
    }

    /**
     * Writes the table and reports its means. The evaluation of a shard is only written.
     *
     * @throws UserException when no sequence has both planted and other bases
     */
    public void finish(Provenance provenance, Progress progress) {
        boolean isShard = Shard.ofComments(provenance.head()).isPresent();
        if (!isShard && Double.isNaN(recovery.mean().auroc())) {
            throw new UserException("no explained sequence has both planted and other bases")
                    .in(sitesName)
                    .remedy("give the sequences that the sites belong to");
        }
        table.ifPresent(file -> RecoveryTable.write(file, provenance, recovery));
        if (!isShard) {
            progress.note(recovery.sentence());
        }
    }
}

package org.expomotif.benchmark;

import java.util.List;
import org.expomotif.attribution.Attribution;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.AttributionMethodName;
import org.expomotif.attribution.BatchedAttributor;
import org.expomotif.attribution.DeepLift;
import org.expomotif.attribution.GeneratedReferences;
import org.expomotif.attribution.IntegratedGradients;
import org.expomotif.attribution.Mutagenesis;
import org.expomotif.attribution.Saliency;
import org.expomotif.attribution.TargetOutput;
import org.expomotif.dataset.SequenceSelection;
import org.expomotif.network.OutputScale;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.synth.PlantedTruth;

/**
 * Task 3 of Koo and Ploenzke (2021): measures how well attribution methods recover the planted bases of the positives
 * of a billboard data set.
 */
public final class AttributionTask {
    /** The methods, in the order of the tables of the study. */
    public static final List<AttributionMethodName> METHODS = List.of(
            AttributionMethodName.SALIENCY,
            AttributionMethodName.MUTAGENESIS,
            AttributionMethodName.INTEGRATED_GRADIENTS,
            AttributionMethodName.DEEPSHAP);

    private final SequenceSelection sequences;
    private final PlantedTruth truth;
    private final int threads;
    private final long seed;

    /**
     * The result of one method on one network.
     *
     * @param auroc mean AUROC over sequences, evaluated as in the study: uncorrected gradient, attribution x input
     * @param aupr mean area under precision against recall, as average precision
     * @param trapezoid mean area under precision against recall by the trapezoid rule, as in the study
     * @param corrected mean AUROC of the corrected gradient, or of whole contributions
     * @param correctedAupr mean AUPR of the corrected gradient, or of whole contributions
     */
    public record Figures(double auroc, double aupr, double trapezoid, double corrected, double correctedAupr) {}

    /**
     * Creates a task from a data set.
     *
     * @param sequences sequences of class 0 to explain
     * @param truth motifs planted in them
     * @param threads number of threads
     * @param seed seed of the references
     */
    public AttributionTask(SequenceSelection sequences, PlantedTruth truth, int threads, long seed) {
        this.sequences = sequences;
        this.truth = truth;
        this.threads = threads;
        this.seed = seed;
    }

    /** The names of the methods. */
    public static List<String> methodNames() {
        return METHODS.stream().map(AttributionMethodName::toString).toList();
    }

    /** Evaluates one of {@link #METHODS} on one model. The attributions explain the probability. */
    public Figures evaluate(Model model, AttributionMethodName method, Progress progress) {
        TargetOutput target = new TargetOutput(model.network().evaluator(threads), 0, OutputScale.PROBABILITY);
        AttributionRecovery asInStudy = new AttributionRecovery();
        AttributionRecovery corrected = new AttributionRecovery();
        boolean gradient = method == AttributionMethodName.SALIENCY;
        BatchedAttributor attributor = new BatchedAttributor(method(method, false), target, explanation -> {
            add(asInStudy, explanation, explanation.studyScores());
            if (!gradient) {
                add(corrected, explanation, explanation.baseScores());
            }
            progress.advance(1);
        });
        sequences.forEach(attributor::add);
        attributor.finish();
        if (gradient) {
            BatchedAttributor again = new BatchedAttributor(
                    method(method, true), target, explanation -> add(corrected, explanation, explanation.baseScores()));
            sequences.forEach(again::add);
            again.finish();
        }
        return new Figures(
                asInStudy.mean().auroc(),
                asInStudy.mean().aupr(),
                asInStudy.mean().trapezoid(),
                corrected.mean().auroc(),
                corrected.mean().aupr());
    }

    private void add(AttributionRecovery recovery, Attribution explanation, float[] scores) {
        String name = explanation.sequence().name();
        recovery.add(name, scores, truth.informative(name, scores.length));
    }

    private AttributionMethod method(AttributionMethodName name, boolean corrected) {
        return switch (name) {
            case SALIENCY -> new Saliency(corrected);
            case MUTAGENESIS -> new Mutagenesis();
            case INTEGRATED_GRADIENTS ->
                new IntegratedGradients(GeneratedReferences.shuffled(seed), IntegratedGradients.DEFAULT_STEPS);
            case DEEPSHAP -> new DeepLift(GeneratedReferences.shuffled(seed));
            default -> throw new IllegalArgumentException("not a method of the study: " + name);
        };
    }
}

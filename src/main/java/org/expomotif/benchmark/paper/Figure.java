package org.expomotif.benchmark.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.expomotif.attribution.AttributionMethodName;
import org.expomotif.benchmark.AttributionTask;

/** A figure of a trial; its column is named after it, in lower case. Areas are from 0 to 1. */
public enum Figure {
    /** AUROC on the test split, mean over classes. */
    AUROC,
    /** AUPR on the test split as average precision, mean over classes. */
    AUPR,
    /** AUPR on the test split by the trapezoid rule, as in the study. */
    AUPR_TRAPEZOID,
    /** Fraction of the first-layer filters that match a motif that the network has to learn. */
    MATCH_FRACTION,
    /** Fraction of the first-layer filters that match any motif of JASPAR 2016. */
    KNOWN_FRACTION,
    /** Number of motifs to learn that are the best match of a filter. */
    MOTIFS_FOUND,
    /** AUROC of locating planted motifs with the filters, mean over sequences; regions as described in the study. */
    LOCALIZATION_AUROC,
    /** Standard deviation of that AUROC over sequences. */
    LOCALIZATION_SD,
    /** The same AUROC with the regions of the program that made the published figures. */
    LOCALIZATION_PUBLISHED_AUROC,
    /** Standard deviation of that AUROC over sequences. */
    LOCALIZATION_PUBLISHED_SD,
    /** AUROC of finding planted bases, evaluated as in the study, mean over sequences. */
    SALIENCY_AUROC,
    /** AUPR of the same, as average precision. */
    SALIENCY_AUPR,
    /** AUPR of the same, by the trapezoid rule. */
    SALIENCY_AUPR_TRAPEZOID,
    /** AUROC with the corrected gradient. */
    SALIENCY_CORRECTED_AUROC,
    /** AUPR with the corrected gradient. */
    SALIENCY_CORRECTED_AUPR,
    /** As for saliency; corrected is the whole effect of a mutation. */
    MUTAGENESIS_AUROC,
    MUTAGENESIS_AUPR,
    MUTAGENESIS_AUPR_TRAPEZOID,
    MUTAGENESIS_CORRECTED_AUROC,
    MUTAGENESIS_CORRECTED_AUPR,
    /** As for saliency; corrected is the whole contribution. */
    INTEGRATED_GRADIENTS_AUROC,
    INTEGRATED_GRADIENTS_AUPR,
    INTEGRATED_GRADIENTS_AUPR_TRAPEZOID,
    INTEGRATED_GRADIENTS_CORRECTED_AUROC,
    INTEGRATED_GRADIENTS_CORRECTED_AUPR,
    /** As for saliency; corrected is the whole contribution. */
    DEEPSHAP_AUROC,
    DEEPSHAP_AUPR,
    DEEPSHAP_AUPR_TRAPEZOID,
    DEEPSHAP_CORRECTED_AUROC,
    DEEPSHAP_CORRECTED_AUPR;

    /** The names of the columns. */
    static List<String> columns() {
        return Stream.of(values()).map(Figure::toString).toList();
    }

    /**
     * The figure with a column name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Figure named(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    /** AUROC of a method of the study, evaluated as in the study. */
    public static Figure auroc(AttributionMethodName method) {
        return valueOf(method.name() + "_AUROC");
    }

    /** The figures of a method of the study, by figure. */
    static List<Named> of(AttributionMethodName method, AttributionTask.Figures figures) {
        String name = method.name();
        return List.of(
                new Named(auroc(method), figures.auroc()),
                new Named(valueOf(name + "_AUPR"), figures.aupr()),
                new Named(valueOf(name + "_AUPR_TRAPEZOID"), figures.trapezoid()),
                new Named(valueOf(name + "_CORRECTED_AUROC"), figures.corrected()),
                new Named(valueOf(name + "_CORRECTED_AUPR"), figures.correctedAupr()));
    }

    /** A figure and its value. */
    record Named(Figure figure, double value) {}

    /** The name of the column. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

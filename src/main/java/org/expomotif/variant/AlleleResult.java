package org.expomotif.variant;

import java.util.List;
import java.util.Optional;
import org.expomotif.variant.allele.AlleleStatus;
import org.expomotif.variant.allele.Change;
import org.expomotif.variant.site.MotifScanner;

/**
 * What is known about one ALT allele of a record.
 *
 * @param status whether the allele is scored
 * @param kind the kind of the change
 * @param effects the effects by {@link EffectField} and class; no rows if the allele is not scored
 * @param motifs the changes of motifs, and of filters if they are scanned; one text for each {@link MotifScanner}
 */
record AlleleResult(AlleleStatus status, Change.Kind kind, double[][] effects, List<String> motifs) {
    /** An allele that is not scored. */
    static AlleleResult unscored(AlleleStatus status) {
        return new AlleleResult(status, Change.Kind.SNV, new double[0][], List.of());
    }

    boolean isScored() {
        return status == AlleleStatus.SCORED;
    }

    /** The text of one scanner; empty if no site changes. */
    Optional<String> motifs(int scanner) {
        return isScored() ? Optional.of(motifs.get(scanner)).filter(text -> !text.isEmpty()) : Optional.empty();
    }
}

package org.expomotif.variant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.variant.allele.WindowPlan;
import org.expomotif.variant.site.FilterSites;
import org.expomotif.variant.site.MotifScanner;

/**
 * How variants are scored.
 *
 * @param plan the windows of the alleles
 * @param copies the number of times that the flanks of each allele are shuffled for the null; 0 for no null
 * @param seed the seed of the shuffles
 * @param unshuffled the sites that stay in shuffled flanks if the alleles do not touch them
 * @param strict whether a REF that differs from the genome is an error
 * @param motifs the motifs whose sites are compared
 * @param filters the filters of a network whose sites are compared
 * @param reference the predictions that those of the alleles are compared with
 */
public record VariantSettings(
        WindowPlan plan,
        int copies,
        long seed,
        FilterSites unshuffled,
        boolean strict,
        Optional<MotifScanner> motifs,
        Optional<MotifScanner> filters,
        Optional<ReferencePredictions> reference) {
    /** The scanners, in the order of the fields that they fill. */
    List<MotifScanner> scanners() {
        return Stream.of(motifs, filters).flatMap(Optional::stream).toList();
    }
}

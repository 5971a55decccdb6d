package org.expomotif.command.variant;

import org.expomotif.command.option.OptionMixin;
import org.expomotif.variant.allele.Placement;
import org.expomotif.variant.allele.WindowPlan;
import picocli.CommandLine.Option;

/** The windows in which alleles are predicted, as a mixin. */
final class VariantWindowOptions extends OptionMixin {
    @Option(
            names = "--placement",
            paramLabel = "WHERE",
            defaultValue = "centre",
            order = 9,
            description = "Where the allele is in the window: centre, start, end, or the number of bases before it."
                    + " Default: ${DEFAULT-VALUE}.")
    private String placement = "centre";

    @Option(
            names = "--shifts",
            paramLabel = "N",
            defaultValue = "0",
            order = 10,
            description = "Also use windows that are moved by 1 to N bases to either side. Default: ${DEFAULT-VALUE}.")
    private int shifts;

    VariantWindowOptions() {}

    /** Checks what can be checked before the length of the windows is known. */
    void check() {
        within("--shifts", 0, 1000, shifts);
        place();
    }

    /**
     * The windows of a model.
     *
     * @param length the length of the model's input
     */
    WindowPlan plan(int length) {
        Placement place = place();
        WindowPlan plan = new WindowPlan(length, shifts, place);
        check(
                place.kind() != Placement.Kind.AFTER || plan.fits(1),
                "--placement: expected a place for the allele and the shifts in a window of " + length
                        + " bases, found " + placement);
        return plan;
    }

    private Placement place() {
        return Placement.parse(placement)
                .orElseThrow(() -> fault(
                        "--placement: expected centre, start, end or a number of bases, found '" + placement + "'"));
    }
}

package org.expomotif.variant.site;

import java.util.Locale;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.vcf.VcfText;
import org.expomotif.variant.allele.Change;

/**
 * What a change does to the sites of a motif.
 *
 * @param id the identifier of the motif
 * @param name its other name; may be empty
 * @param width its number of positions
 * @param change the change
 * @param ref the best site on the REF allele
 * @param alt the best site on the ALT allele
 * @param threshold the maximum p-value of a site
 */
record MotifChange(String id, String name, int width, Change change, BestSite ref, BestSite alt, double threshold) {
    /** The parts of the text of a change, in their order. */
    static final String PARTS = "MOTIF|NAME|CHANGE|P_REF|P_ALT|FOLD|POS|STRAND|SO";

    private static final int DIGITS = 4;

    /** What happens to the site. */
    enum Outcome {
        /** Only the ALT allele has a site. */
        GAINED,
        /** Only the REF allele has a site. */
        LOST,
        /** Both have a site, at different places. */
        SHIFTED,
        /** Both have a site at the same place. */
        KEPT
    }

    Outcome outcome() {
        if (!hasSite(ref)) {
            return Outcome.GAINED;
        }
        if (!hasSite(alt)) {
            return Outcome.LOST;
        }
        return ref.isAtThePlaceOf(alt) ? Outcome.KEPT : Outcome.SHIFTED;
    }

    private boolean hasSite(BestSite site) {
        return site.p() <= threshold;
    }

    /** The p-value on REF over that on ALT: above 1 if the site on ALT is better. */
    double fold() {
        return ref.p() / alt.p();
    }

    /** The size of the fold change, in either direction. */
    double size() {
        return Math.abs(Math.log(fold()));
    }

    /** The term of the Sequence Ontology; empty if none holds. */
    String term() {
        if (hasSite(ref) && change.ref().length > change.alt().length && isWithin(ref, change.ref().length)) {
            return "TFBS_ablation";
        }
        if (hasSite(alt) && change.alt().length > change.ref().length && isWithin(alt, change.alt().length)) {
            return "TFBS_amplification";
        }
        return hasSite(ref) ? "TF_binding_site_variant" : "";
    }

    private boolean isWithin(BestSite site, int length) {
        return site.fromStart() >= 0 && site.fromStart() + width <= length;
    }

    /** The parts with {@code |} between them. The site is that on REF, or that on ALT if it is gained. */
    String text() {
        BestSite shown = outcome() == Outcome.GAINED ? alt : ref;
        return String.join(
                "|",
                VcfText.value(id),
                VcfText.value(name),
                outcome().name().toLowerCase(Locale.ROOT),
                CFormat.g(ref.p(), DIGITS),
                CFormat.g(alt.p(), DIGITS),
                CFormat.g(fold(), DIGITS),
                Long.toString(change.start() + shown.fromStart() + 1),
                shown.isMinus() ? "-" : "+",
                term());
    }
}

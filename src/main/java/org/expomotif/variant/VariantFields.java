package org.expomotif.variant;

import htsjdk.variant.vcf.VCFHeaderLineCount;
import htsjdk.variant.vcf.VCFHeaderLineType;
import htsjdk.variant.vcf.VCFInfoHeaderLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.expomotif.io.vcf.VcfHeader;
import org.expomotif.run.UserException;
import org.expomotif.variant.site.MotifScanner;

/**
 * The names of the fields of variants.
 *
 * @param prefix the text with which the INFO fields begin
 * @param classes the names of the classes
 * @param effects the effects of every class
 * @param scanned the names of the fields of sites
 */
record VariantFields(String prefix, List<String> classes, List<EffectField> effects, List<String> scanned) {
    static VariantFields of(String prefix, List<String> classes, int models, VariantSettings settings) {
        List<String> scanned = new ArrayList<>();
        settings.motifs().ifPresent(scanner -> scanned.add("MOTIF"));
        settings.filters().ifPresent(scanner -> scanned.add("FILTER"));
        return new VariantFields(
                prefix, classes, EffectField.of(models, settings.reference().isPresent()), scanned);
    }

    /** The name of an INFO field. */
    String key(String name) {
        return prefix + "_" + name;
    }

    /**
     * The first part of the names of the INFO fields of each class. Characters that VCF does not allow become
     * {@code _}; where two classes would have the same name, a number is added to the second.
     */
    List<String> keys() {
        Set<String> taken = new HashSet<>();
        List<String> keys = new ArrayList<>();
        for (String name : classes) {
            String key = key(name.replaceAll("[^0-9A-Za-z_.]", "_"));
            String own = key;
            for (int number = 2; !taken.add(own); number++) {
                own = key + "_" + number;
            }
            keys.add(own);
        }
        return keys;
    }

    /**
     * The header lines of the INFO fields.
     *
     * @param isSignificanceKnown whether there are p-values
     */
    List<VCFInfoHeaderLine> lines(boolean isSignificanceKnown) {
        List<String> keys = keys();
        List<VCFInfoHeaderLine> lines = new ArrayList<>();
        lines.add(line(key("STATUS"), VCFHeaderLineType.String, "scored, or the reason why the ALT is not"));
        lines.add(new VCFInfoHeaderLine(key("NO_ALT"), 0, VCFHeaderLineType.Flag, "The record has no ALT to score"));
        for (int c = 0; c < classes.size(); c++) {
            for (EffectField effect : effects) {
                lines.add(line(
                        keys.get(c) + "_" + effect.name(),
                        VCFHeaderLineType.Float,
                        "Class " + classes.get(c) + ": " + effect.description()));
            }
            if (isSignificanceKnown) {
                lines.add(line(
                        keys.get(c) + "_P",
                        VCFHeaderLineType.Float,
                        "Class " + classes.get(c)
                                + ": p-value of the absolute value of DLOGIT among those in shuffled flanks"));
                lines.add(line(
                        keys.get(c) + "_Q",
                        VCFHeaderLineType.Float,
                        "Class " + classes.get(c) + ": q-value over all scored ALTs of the file"));
            }
        }
        for (String scanned : scanned) {
            lines.add(line(
                    key(scanned),
                    VCFHeaderLineType.String,
                    "Sites that overlap the variant on either allele, joined by &: " + MotifScanner.PARTS));
        }
        return lines;
    }

    private static VCFInfoHeaderLine line(String key, VCFHeaderLineType type, String description) {
        return new VCFInfoHeaderLine(key, VCFHeaderLineCount.A, type, description);
    }

    /**
     * Rejects a file that has one of the fields.
     *
     * @param file the name of the file
     */
    void requireNew(VcfHeader header, boolean isSignificanceKnown, String file) {
        for (VCFInfoHeaderLine line : lines(isSignificanceKnown)) {
            if (header.infos().contains(line.getID())) {
                throw new UserException("the file has an INFO field " + line.getID() + " already")
                        .in(file)
                        .remedy(
                                "give the new fields another --prefix, or remove the old ones: bcftools annotate -x INFO/"
                                        + line.getID());
            }
        }
    }
}

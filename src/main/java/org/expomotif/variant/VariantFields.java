package org.expomotif.variant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
                prefix, classes, List.of(EffectField.values()).subList(0, EffectField.count(models)), scanned);
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
}

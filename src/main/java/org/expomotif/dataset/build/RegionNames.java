package org.expomotif.dataset.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.Interval;

/**
 * Names of sequences: the name of the record, or the place of the window for a record without a name. The second
 * sequence of a name gets {@code -2} after it, the third {@code -3}. Blanks in names become {@code _}, and so does a
 * {@code #} or {@code >} at the start.
 */
final class RegionNames {
    private final int length;
    private final Set<String> taken = new HashSet<>();
    /** The number that was given last for each name that occurred repeatedly. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private long repeated;
    private long changed;

    RegionNames(int length) {
        this.length = length;
    }

    /** The name of a region. */
    String of(Region region) {
        boolean named = !region.peaks().isEmpty() && !region.peak().name().equals(".");
        String name = named ? region.peak().name() : place(region);
        String valid = name.replaceAll("\\p{javaWhitespace}", "_").replaceFirst("^[#>]", "_");
        changed += valid.equals(name) ? 0 : 1;
        String unique = unique(valid);
        repeated += unique.equals(valid) ? 0 : 1;
        return unique;
    }

    /** The name of a shuffle of a sequence. */
    String ofShuffle(String id) {
        return unique(id + "-shuffle");
    }

    private String unique(String name) {
        String unique = name;
        while (!taken.add(unique)) {
            unique = name + "-" + numbers.merge(name, 2, (number, two) -> number + 1);
        }
        return unique;
    }

    /** The place of a region: {@code chr1:100-300}, with {@code (-)} on the minus strand. */
    String place(Region region) {
        int start = (int) region.start();
        return GenomicName.of(new Interval(region.sequence(), start, start + length), region.reverse());
    }

    /** Number of names that got a number. */
    long repeated() {
        return repeated;
    }

    /** Number of names in which characters were replaced. */
    long changed() {
        return changed;
    }
}

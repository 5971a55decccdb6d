package org.expomotif.scan.input;

import java.util.List;

/**
 * The name and the summits of a region.
 *
 * @param name unique name; the names of merged regions, separated by commas
 * @param summits position of the summit of each region, counted from 0
 */
public record NamedRegion(String name, List<Integer> summits) {
    /** The distance of a base, counted from 0, from the nearest summit; negative before it, ties go to the first. */
    public long distance(long base) {
        long nearest = base - summits.getFirst();
        for (int summit : summits) {
            nearest = Math.abs(base - summit) < Math.abs(nearest) ? base - summit : nearest;
        }
        return nearest;
    }
}

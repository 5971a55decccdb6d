package org.expomotif.instance.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.dna.GenomicSpan;
import org.expomotif.instance.Instance;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedSite;

/**
 * The seqlets of a BED file that have an instance: one that shares with the seqlet at least half of the bases of the
 * shorter of the two.
 */
public final class SeqletRecall {
    private final List<BedSite> seqlets = new ArrayList<>();
    private final Map<String, List<Integer>> bySequence = new HashMap<>();
    private int longest;

    /**
     * Reads seqlets.
     *
     * @param path a BED file; a fourth column may name the motif of a seqlet
     */
    public SeqletRecall(String path) {
        Bed.forEachLine(path, line -> {
            bySequence
                    .computeIfAbsent(line.sequence(), name -> new ArrayList<>())
                    .add(seqlets.size());
            longest = Math.max(longest, line.end() - line.start());
            seqlets.add(new BedSite(line.sequence(), line.start(), line.end(), line.name(), 0, '.'));
        });
        bySequence
                .values()
                .forEach(own ->
                        own.sort(Comparator.comparingInt(i -> seqlets.get(i).start())));
    }

    /** Number of seqlets. */
    int size() {
        return seqlets.size();
    }

    /** Column 4 of a seqlet. */
    String name(int seqlet) {
        return seqlets.get(seqlet).name();
    }

    /**
     * The seqlets with an instance, motif by motif.
     *
     * @param instances the instances
     * @param places the place of each
     * @param motifs number of motifs
     * @return for each motif, whether each seqlet has one of its instances
     */
    boolean[][] found(List<Instance> instances, List<GenomicSpan> places, int motifs) {
        boolean[][] found = new boolean[motifs][seqlets.size()];
        for (int i = 0; i < places.size(); i++) {
            GenomicSpan place = places.get(i);
            List<Integer> own = bySequence.getOrDefault(place.sequence(), List.of());
            for (int k = firstFrom(own, place.start() - longest); k < own.size(); k++) {
                BedSite seqlet = seqlets.get(own.get(k));
                if (seqlet.start() >= place.end()) {
                    break;
                }
                long shared = Math.min(place.end(), seqlet.end()) - Math.max(place.start(), seqlet.start());
                long shorter = Math.min(place.end() - place.start(), seqlet.end() - seqlet.start());
                if (2 * shared >= shorter) {
                    found[instances.get(i).motif()][own.get(k)] = true;
                }
            }
        }
        return found;
    }

    /** The index of the first seqlet that starts at or after a position. */
    private int firstFrom(List<Integer> own, long start) {
        int low = 0;
        int high = own.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seqlets.get(own.get(middle)).start() >= start) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

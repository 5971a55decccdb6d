package org.expomotif.synth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.expomotif.io.Inputs;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedLine;
import org.expomotif.io.track.BedSite;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;

/**
 * The positions of planted motifs in sequences, read from sites in BED. A base is informative when it is in a site and
 * the column that generated it has more than 0.01 bits (Koo and Ploenzke, 2021, methods).
 */
public final class PlantedTruth {
    /** Information in bits above which a column is informative. */
    public static final double INFORMATIVE_BITS = 0.01;

    private final Map<String, List<BedSite>> sites = new HashMap<>();
    private final Map<String, boolean[]> columns = new HashMap<>();
    private final String file;

    private PlantedTruth(String file) {
        this.file = file;
    }

    /** Reads sites; every base of a site is informative. */
    public static PlantedTruth read(String sitesPathOrDash) {
        return read(sitesPathOrDash, Optional.empty());
    }

    /**
     * Reads sites with the motif in column 4 and the strand in column 6.
     *
     * @param motifs planted motifs; without them every base of a site is informative
     * @throws UserException when there are no sites, the motif of a site is missing, or its width is not that of the
     *     site
     */
    public static PlantedTruth read(String sitesPathOrDash, Optional<MotifSet> motifs) {
        PlantedTruth truth = new PlantedTruth(Inputs.name(sitesPathOrDash));
        motifs.ifPresent(set -> set.motifs().forEach(motif -> truth.columns.put(motif.id(), informative(motif))));
        Bed.forEachLine(sitesPathOrDash, line -> truth.add(line, motifs.isPresent()));
        if (truth.sites.isEmpty()) {
            throw new UserException("the file has no sites")
                    .in(truth.file)
                    .expected("one site per line: sequence, start, end");
        }
        return truth;
    }

    private static boolean[] informative(Motif motif) {
        boolean[] informative = new boolean[motif.width()];
        for (int i = 0; i < informative.length; i++) {
            informative[i] = InformationContent.bits(motif.matrix()[i]) > INFORMATIVE_BITS;
        }
        return informative;
    }

    /** Adds a site; its motif and strand are used only if motifs are given. */
    private void add(BedLine line, boolean hasMotifs) {
        char strand = hasMotifs ? line.strand() : '.';
        BedSite site = new BedSite(line.sequence(), line.start(), line.end(), line.name(), 0, strand);
        if (hasMotifs) {
            boolean[] motif = columns.get(site.name());
            if (motif == null) {
                throw line.fault("a site names a motif that is not in the motif file")
                        .atRecord("site " + line)
                        .found(site.name())
                        .remedy("give the motifs that were planted");
            }
            if (motif.length != site.end() - site.start()) {
                throw line.fault("the length of a site differs from the width of its motif " + site.name())
                        .atRecord("site " + line)
                        .expected(motif.length + " bases")
                        .found(Integer.toString(site.end() - site.start()));
            }
        }
        sites.computeIfAbsent(site.sequence(), name -> new ArrayList<>(4)).add(site);
    }

    private UserException fault(BedSite site, String what) {
        return new UserException(what)
                .in(file)
                .atRecord("site " + site.sequence() + ":" + site.start() + "-" + site.end());
    }

    /** Names of the sequences with sites. */
    public Set<String> sequences() {
        return Set.copyOf(sites.keySet());
    }

    /** The sites of a sequence, in the order of the file; empty when there are none. */
    public List<BedSite> sites(String sequence) {
        return List.copyOf(sites.getOrDefault(sequence, List.of()));
    }

    /**
     * Returns whether each base of a sequence is informative.
     *
     * @param length number of bases of the sequence
     * @throws UserException when a site ends after the sequence
     */
    public boolean[] informative(String sequence, int length) {
        boolean[] mask = new boolean[length];
        for (BedSite site : sites.getOrDefault(sequence, List.of())) {
            if (site.end() > length) {
                throw fault(site, "a site ends after its sequence")
                        .expected("at most " + length)
                        .found(Integer.toString(site.end()))
                        .remedy("give the sequences that the sites belong to");
            }
            boolean[] motif = columns.get(site.name());
            int width = site.end() - site.start();
            for (int i = 0; i < width; i++) {
                int column = site.strand() == '-' ? width - 1 - i : i;
                mask[site.start() + i] |= motif == null || motif[column];
            }
        }
        return mask;
    }
}

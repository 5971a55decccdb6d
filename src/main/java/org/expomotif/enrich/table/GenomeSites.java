package org.expomotif.enrich.table;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.GenomicPlace;
import org.expomotif.enrich.EnrichedMotif;
import org.expomotif.enrich.EnrichedSite;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of BED in coordinates of the genome of sites in windows of it. The names of the windows have their
 * coordinates. Windows may overlap: a site of a motif gets one line, with the score that it has in the first window.
 */
public final class GenomeSites {
    private final int length;
    private final Set<GenomicPlace> written = new HashSet<>();
    private @Nullable EnrichedMotif motif;

    /**
     * Creates a writer.
     *
     * @param length bases of a window
     */
    public GenomeSites(int length) {
        this.length = length;
    }

    /**
     * The line of a site; empty for one that has a line already. The sites of a motif come together.
     *
     * @throws IllegalArgumentException when the name of the window has no coordinates
     */
    public Optional<String> bed(EnrichedSite site) {
        if (!site.motif().equals(motif)) {
            motif = site.motif();
            written.clear();
        }
        GenomicPlace place = place(site);
        return written.add(place) ? Optional.of(SiteRow.bed(site, place)) : Optional.empty();
    }

    private GenomicPlace place(EnrichedSite site) {
        GenomicPlace window = GenomicName.parse(site.sequence(), "")
                .flatMap(name -> name.place(length))
                .orElseThrow(() -> new IllegalArgumentException("no coordinates: " + site.sequence()));
        int offset = window.reverse() ? length - site.end() : site.start();
        return new GenomicPlace(window.sequence(), window.start() + offset, window.reverse() != site.isMinus());
    }
}

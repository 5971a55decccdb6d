package org.expomotif.enrich.table;

import org.expomotif.dna.GenomicPlace;
import org.expomotif.enrich.EnrichedSite;
import org.expomotif.enrich.statistic.LogText;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.table.TsvColumn;

/** A line of the table of sites, with the columns of SEA; positions are counted from 1, and both ends are included. */
public record SiteRow(
        @TsvColumn("motif_ID") String motif,
        @TsvColumn("motif_ALT_ID") String name,
        @TsvColumn("seq_ID") String sequence,
        @TsvColumn("site_Start") int start,
        @TsvColumn("site_End") int end,
        @TsvColumn("site_Strand") char strand,
        @TsvColumn("site_Score") String score,
        @TsvColumn("site_Sequence") String bases) {
    private static final int BED_MAXIMUM = 1000;
    private static final int BED_PER_BIT = 50;

    /** The line of a site. */
    public static SiteRow of(EnrichedSite site) {
        return new SiteRow(
                site.motif().motif().id(),
                site.motif().motif().name(),
                site.sequence(),
                site.start() + 1,
                site.end(),
                site.isMinus() ? '-' : '+',
                LogText.fixed(site.score(), 2),
                site.bases());
    }

    /** The line of a site in BED, see {@link #bed(EnrichedSite, GenomicPlace)}, in coordinates of its sequence. */
    public static String bed(EnrichedSite site) {
        return bed(site, new GenomicPlace(site.sequence(), site.start(), site.isMinus()));
    }

    /**
     * The line of a site in BED: six columns, of which the fifth is {@code min(1000, 50 score)}, then the score, the
     * bases of the strand, and the alternative name of the motif, or a dot.
     *
     * @param place where the site is, with its strand
     */
    static String bed(EnrichedSite site, GenomicPlace place) {
        long shade = Math.clamp(Math.round(BED_PER_BIT * site.score()), 0, BED_MAXIMUM);
        String name = site.motif().motif().name();
        return String.join(
                "\t",
                place.sequence(),
                Long.toString(place.start()),
                Long.toString(place.start() + site.end() - site.start()),
                site.motif().motif().id(),
                Long.toString(shade),
                place.reverse() ? "-" : "+",
                CFormat.g(site.score(), 6),
                site.bases(),
                name.isEmpty() ? "." : name.replaceAll("\\s", " "));
    }
}

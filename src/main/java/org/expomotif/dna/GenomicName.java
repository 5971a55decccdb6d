package org.expomotif.dna;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The coordinates in the header of a sequence that was cut out of a genome. It reads the headers of
 *
 * <ul>
 *   <li>bedtools getfasta: {@code chr1:100-300}, {@code chr1:100-300(-)}, {@code peak::chr1:100-300(.)};
 *   <li>samtools faidx: {@code chr1:101-300}, {@code chr1:101-300/rc}, {@code chr1:101-300(-)};
 *   <li>R's GenomicRanges: {@code chr1:101-300:-};
 *   <li>Galaxy's Extract Genomic DNA: {@code hg38_chr1_100_300_+}; the part before the first underscore is the genome;
 *   <li>NCBI: {@code NC_000001.11:101-300}, {@code NC_000001.11:c300-101} for the minus strand;
 *   <li>UCSC, in the description: {@code range=chr1:101-300 ... strand=-};
 *   <li>Ensembl, in the description: {@code chromosome:GRCh38:1:101:300:-1}.
 * </ul>
 *
 * <p>Some of these programs write 0-based, half-open coordinates, others 1-based, closed ones; {@link #place}
 * distinguishes them by the length of the sequence.
 *
 * @param range the coordinates as written, in ascending order
 * @param reverse whether the sequence is on the minus strand
 */
public record GenomicName(PositionRange range, boolean reverse) {
    private static final Pattern STRAND = Pattern.compile("(.+?)(\\([-+.]\\)|:[-+*]|/rc)");
    private static final Pattern GALAXY = Pattern.compile("[^_]+_(.+)_(\\d{1,15})_(\\d{1,15})_([-+.])");
    private static final Pattern NCBI_MINUS = Pattern.compile("(.+):c(\\d{1,15})-(\\d{1,15})");
    private static final Pattern UCSC_RANGE = Pattern.compile("(?:^|\\s)range=(\\S+)");
    private static final Pattern UCSC_MINUS = Pattern.compile("(?:^|\\s)strand=-(?=\\s|$)");
    private static final Pattern ENSEMBL =
            Pattern.compile("(?:^|\\s)\\w+:[^:\\s]+:([^:\\s]+):(\\d{1,15}):(\\d{1,15}):(-?1)(?=\\s|$)");

    /**
     * Reads the coordinates in a header; those in the name take precedence over those in the description.
     *
     * @param name the name of the sequence
     * @param description the rest of its header; may be empty
     * @return the coordinates; empty when the header has none
     */
    public static Optional<GenomicName> parse(String name, String description) {
        return ofName(name).or(() -> ofDescription(description));
    }

    /** The name of an interval in 1-based, closed coordinates, as samtools writes it. */
    public static String of(Interval place) {
        return place.sequence() + ":" + (place.start() + 1L) + "-" + place.end();
    }

    /**
     * The name of an interval in 0-based, half-open coordinates, as bedtools writes it, followed by {@code (-)} for the
     * minus strand.
     */
    public static String of(Interval place, boolean reverse) {
        return place.sequence() + ":" + place.start() + "-" + place.end() + (reverse ? "(-)" : "");
    }

    /**
     * The place of a sequence of this length. The coordinates are 0-based and half open when {@code to - from} is the
     * length, 1-based and closed when {@code to - from + 1} is.
     *
     * @param length number of bases of the sequence
     * @return the place; empty when the length fits neither convention
     */
    public Optional<GenomicPlace> place(long length) {
        long span = range.to() - range.from();
        if (length > 0 && span == length) {
            return Optional.of(new GenomicPlace(range.sequence(), range.from(), reverse));
        }
        if (length > 0 && span + 1 == length && range.from() > 0) {
            return Optional.of(new GenomicPlace(range.sequence(), range.from() - 1, reverse));
        }
        return Optional.empty();
    }

    /** The maximum number of bases that a sequence with these coordinates can have. */
    public long maximumLength() {
        return range.to() - range.from() + 1;
    }

    private static Optional<GenomicName> ofName(String name) {
        Matcher marked = STRAND.matcher(name);
        boolean isMarked = marked.matches();
        String bare = isMarked ? marked.group(1) : name;
        boolean reverse =
                isMarked && (marked.group(2).contains("-") || marked.group(2).equals("/rc"));
        int prefix = bare.lastIndexOf("::");
        String place = prefix < 0 ? bare : bare.substring(prefix + 2);
        return PositionRange.parse(place)
                .map(range -> new GenomicName(range, reverse))
                .or(() -> ofNcbi(place))
                .or(() -> ofGalaxy(name));
    }

    private static Optional<GenomicName> ofNcbi(String name) {
        Matcher minus = NCBI_MINUS.matcher(name);
        return minus.matches()
                ? Optional.of(of(minus.group(1), minus.group(3), minus.group(2), true))
                : Optional.empty();
    }

    private static Optional<GenomicName> ofGalaxy(String name) {
        Matcher galaxy = GALAXY.matcher(name);
        return galaxy.matches() ? Optional.of(of(galaxy, "-")) : Optional.empty();
    }

    private static Optional<GenomicName> ofDescription(String description) {
        Matcher ucsc = UCSC_RANGE.matcher(description);
        if (ucsc.find()) {
            boolean reverse = UCSC_MINUS.matcher(description).find();
            return PositionRange.parse(ucsc.group(1)).map(range -> new GenomicName(range, reverse));
        }
        Matcher ensembl = ENSEMBL.matcher(description);
        return ensembl.find() ? Optional.of(of(ensembl, "-1")) : Optional.empty();
    }

    /**
     * Makes a name from the groups sequence, start, end and strand; the strand is minus when it equals {@code minus}.
     */
    private static GenomicName of(Matcher match, String minus) {
        return of(match.group(1), match.group(2), match.group(3), match.group(4).equals(minus));
    }

    private static GenomicName of(String sequence, String from, String to, boolean reverse) {
        return new GenomicName(new PositionRange(sequence, Long.parseLong(from), Long.parseLong(to)), reverse);
    }
}

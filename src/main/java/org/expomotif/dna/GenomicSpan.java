package org.expomotif.dna;

import java.util.Optional;

/**
 * A part of a sequence in the coordinates of the genome that the sequence was cut from, or in its own.
 *
 * @param sequence name of the chromosome, or of the sequence
 * @param start the first base, counted from 0
 * @param end the base after the last
 * @param reverse whether the sequence is the reverse complement of the genome at this place
 */
public record GenomicSpan(String sequence, long start, long end, boolean reverse) {
    /**
     * The place of a part of a sequence.
     *
     * @param name the name of the sequence, which has genome coordinates or not (see {@link GenomicName})
     * @param length number of bases of the sequence
     * @param start the first base of the part in the sequence, counted from 0
     * @param end the base after its last
     */
    public static GenomicSpan of(String name, int length, int start, int end) {
        Optional<GenomicPlace> place = GenomicName.parse(name, "").flatMap(header -> header.place(length));
        if (place.isEmpty()) {
            return new GenomicSpan(name, start, end, false);
        }
        boolean reverse = place.get().reverse();
        long first = place.get().start() + (reverse ? length - end : start);
        return new GenomicSpan(place.get().sequence(), first, first + end - start, reverse);
    }
}

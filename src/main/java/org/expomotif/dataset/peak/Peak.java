package org.expomotif.dataset.peak;

/**
 * One record of a file of peaks or other regions.
 *
 * @param file number of its file, counted from 0 in the order of the command line
 * @param line line number in the file, counted from 1
 * @param sequence name of the sequence
 * @param start first base, counted from 0
 * @param end position after the last base
 * @param centre the base that a window is centred on: the first base of its second half
 * @param reverse whether the record is on the minus strand
 * @param name column 4, {@code .} when there is none
 * @param score column 5; 0 when it is not a number
 * @param rank value of the column that peaks are ranked by; NaN when it is not a number
 */
public record Peak(
        int file,
        long line,
        String sequence,
        int start,
        int end,
        int centre,
        boolean reverse,
        String name,
        double score,
        double rank) {
    /** The record in messages and tables: {@code peak1::chr1:100-300}, or {@code chr1:100-300} without a name. */
    public String label() {
        String place = sequence + ":" + start + "-" + end;
        return name.equals(".") ? place : name + "::" + place;
    }
}

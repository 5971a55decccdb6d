package org.expomotif.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What stands between the comments and the lines in the file of one share of a scan, and the marks between its blocks
 * of lines.
 *
 * @param blocks how many blocks of lines follow
 * @param counts how many lines of counts for q-values come before them
 * @param format the kind of file
 * @param greatestQValue sites with a greater q-value will be left out
 */
record PartHead(int blocks, int counts, HitFormat format, double greatestQValue) {
    /** What the line begins with. */
    static final String MARK = "#blocks ";

    private static final String BLOCK = "#block ";
    private static final String END = "#end";

    /** The head as a line. */
    byte[] line() {
        return bytes(
                MARK + blocks + " " + counts + " " + format.name().toLowerCase(Locale.ROOT) + " " + greatestQValue);
    }

    /**
     * Reads what {@link #line()} wrote, without the line end.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static PartHead parse(String line) {
        String[] words = line.split(" ");
        if (words.length != 5) {
            throw new IllegalArgumentException("expected four words after " + MARK.strip());
        }
        int blocks = Integer.parseInt(words[1]);
        int counts = Integer.parseInt(words[2]);
        HitFormat format = Arrays.stream(HitFormat.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(words[3]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the format " + words[3] + " is unknown"));
        double greatest = Double.parseDouble(words[4]);
        if (blocks < 1 || counts < 0 || !(greatest >= 0)) {
            throw new IllegalArgumentException("expected numbers of at least 0 after " + MARK.strip());
        }
        return new PartHead(blocks, counts, format, greatest);
    }

    /** The line before a block of so many bytes. */
    static byte[] blockLine(long length) {
        return bytes(BLOCK + length);
    }

    /**
     * Bytes of the block that follows the line.
     *
     * @throws IllegalArgumentException when it is another line
     */
    static long blockLength(String line) {
        if (!line.startsWith(BLOCK)) {
            throw new IllegalArgumentException("expected a line that begins with " + BLOCK.strip());
        }
        long length = Long.parseLong(line.substring(BLOCK.length()));
        if (length < 0) {
            throw new IllegalArgumentException("expected a length of at least 0 after " + BLOCK.strip());
        }
        return length;
    }

    /** The last line. */
    static byte[] endLine() {
        return bytes(END);
    }

    /** Whether it is the last line. */
    static boolean isEnd(String line) {
        return line.equals(END);
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}

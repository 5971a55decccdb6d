package org.expomotif.scan.shard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.expomotif.scan.site.HitFormat;

/**
 * The header of the file of a shard, between the comments and the lines of sites, and the marks between the blocks of
 * lines.
 *
 * @param blocks number of blocks of lines that follow
 * @param counts number of lines of counts for q-values before the blocks
 * @param format format of the sites
 * @param maximumQValue maximum q-value of a site; the merge omits sites with a higher one
 * @param regions whether sites carry their regions
 */
record ShardHeader(int blocks, int counts, HitFormat format, double maximumQValue, boolean regions) {
    /** The beginning of the line. */
    static final String MARK = "#blocks ";

    private static final String BLOCK = "#block ";
    private static final String REGIONS = " regions";
    private static final String END = "#end";

    /** The header as a line. */
    byte[] line() {
        return bytes(MARK + blocks + " " + counts + " " + format.name().toLowerCase(Locale.ROOT) + " " + maximumQValue
                + (regions ? REGIONS : ""));
    }

    /**
     * Parses the result of {@link #line()}, without the line end.
     *
     * @throws IllegalArgumentException when the line has another form
     */
    static ShardHeader parse(String line) {
        boolean regions = line.endsWith(REGIONS);
        String[] words = (regions ? line.substring(0, line.length() - REGIONS.length()) : line).split(" ");
        if (words.length != 5) {
            throw new IllegalArgumentException("expected four words after " + MARK.strip());
        }
        int blocks = Integer.parseInt(words[1]);
        int counts = Integer.parseInt(words[2]);
        HitFormat format = Arrays.stream(HitFormat.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(words[3]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the format " + words[3] + " is unknown"));
        double maximum = Double.parseDouble(words[4]);
        if (blocks < 1 || counts < 0 || !(maximum >= 0)) {
            throw new IllegalArgumentException("expected numbers of at least 0 after " + MARK.strip());
        }
        return new ShardHeader(blocks, counts, format, maximum, regions);
    }

    /** The line before a block of {@code length} bytes. */
    static byte[] blockLine(long length) {
        return bytes(BLOCK + length);
    }

    /**
     * The number of bytes of the block that follows a line.
     *
     * @throws IllegalArgumentException when the line does not precede a block
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

    /** Whether a line is the last line. */
    static boolean isEnd(String line) {
        return line.equals(END);
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}

package org.expomotif.io.track;

import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.samtools.util.BlockCompressedOutputStream;
import htsjdk.tribble.SimpleFeature;
import htsjdk.tribble.index.Index;
import htsjdk.tribble.index.tabix.TabixFormat;
import htsjdk.tribble.index.tabix.TabixIndexCreator;
import htsjdk.tribble.util.LittleEndianOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;

/**
 * Makes the index {@code NAME.tbi} of a bgzip file of sites sorted by position, with which tabix and genome browsers
 * can read parts of the file.
 */
public final class TabixFile {
    /** The last base that an index can have, 2^29, counted from 1. */
    public static final int MAXIMUM = 1 << 29;

    /** The format of the lines of a file. */
    public enum Lines {
        /** BED: sequence, start from 0, end. */
        BED(TabixFormat.BED, 1, 1, 2),
        /** GFF3: sequence, two names, start from 1, end. */
        GFF3(TabixFormat.GFF, 3, 0, 4),
        /** VCF: contig, position from 1; a record ends with its REF allele, or at END of its INFO column. */
        VCF(TabixFormat.VCF, 1, 0, 7) {
            @Override
            int end(String[] fields) {
                int start = Integer.parseInt(fields[1]);
                Matcher end = END.matcher(fields[7]);
                int last = end.find() ? Integer.parseInt(end.group(1)) : start + fields[3].length() - 1;
                return Math.max(start, last);
            }
        };

        private static final Pattern END = Pattern.compile("(?:^|;)END=([0-9]{1,9})(?:;|$)");

        private final TabixFormat format;
        private final int start;
        private final int shift;
        private final int end;

        Lines(TabixFormat format, int start, int shift, int end) {
            this.format = format;
            this.start = start;
            this.shift = shift;
            this.end = end;
        }

        TabixFormat format() {
            return format;
        }

        /** The column of the start, counted from 0. */
        int startColumn() {
            return start;
        }

        /** What is added to the start to count it from 1. */
        int shift() {
            return shift;
        }

        /** The column of the end, or of what the end is computed from. */
        int endColumn() {
            return end;
        }

        /** The last base of a line, counted from 1. */
        int end(String[] fields) {
            return Integer.parseInt(fields[end]);
        }
    }

    private TabixFile() {}

    /** The name of the index of a file. */
    public static String nameOfIndex(String file) {
        return file + ".tbi";
    }

    /**
     * Writes the index of a file to the folder of its final name.
     *
     * @param written the file that currently contains the bytes
     * @param name final name of the file, which determines that of the index ({@link #nameOfIndex})
     * @return false if there is no index, because a line ends after {@link #MAXIMUM}
     * @throws IllegalArgumentException when the lines are not sorted
     */
    public static boolean index(Path written, String name, Lines lines) {
        TabixIndexCreator creator = new TabixIndexCreator(lines.format);
        try (BlockCompressedInputStream in = new BlockCompressedInputStream(written.toFile())) {
            long at = in.getFilePointer();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    String[] fields = line.split("\t", lines.end + 2);
                    int start = Integer.parseInt(fields[lines.start]) + lines.shift;
                    int end = lines.end(fields);
                    if (end > MAXIMUM) {
                        return false;
                    }
                    String sequence = nameInIndex(fields[0].getBytes(StandardCharsets.UTF_8));
                    creator.addFeature(new SimpleFeature(sequence, start, end), at);
                }
                at = in.getFilePointer();
            }
            write(creator.finalizeIndex(at), name);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a sequence as htsjdk needs it, which writes each letter as one byte. */
    static String nameInIndex(byte[] name) {
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** The sentence about a file that has no index, because a line ends after {@link #MAXIMUM}. */
    public static String tooLong(String file) {
        String index = nameOfIndex(file);
        return file + ": positions above " + MAXIMUM + " do not fit into a .tbi index, so none is written"
                + (Files.exists(Path.of(index)) ? "; remove the old one, " + index : "")
                + "; make another index: tabix --csi";
    }

    /** Writes the index of a file with a final name. */
    static void write(Index index, String name) {
        try (OutputSink sink = Outputs.open(nameOfIndex(name))) {
            LittleEndianOutputStream out =
                    new LittleEndianOutputStream(new BlockCompressedOutputStream(sink.stream(), (File) null));
            index.write(out);
            out.close();
            sink.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

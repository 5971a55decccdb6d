package org.expomotif.io.vcf;

import htsjdk.tribble.readers.LineIterator;
import htsjdk.variant.vcf.VCFCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a VCF file of version 4.0 to 4.5 record by record, in the order of the file, with the bytes of every line.
 * htsjdk reads the version and the alleles; header lines, INFO and the samples are not looked at, so faults there do
 * not matter. Blank lines are left out.
 */
public final class VcfReader implements AutoCloseable {
    /** Maximum number of bytes per line. */
    private static final int LONGEST = 1 << 28;

    private static final Pattern INFO = Pattern.compile("##INFO=<ID=([^,>]+)");

    /** The newest version that the codec reads, and newer ones. */
    private static final String KNOWN = "##fileformat=VCFv4.3";

    private static final List<String> NEWER = List.of("##fileformat=VCFv4.4", "##fileformat=VCFv4.5");

    private final String name;
    private final InputStream in;
    private final VCFCodec codec = new VCFCodec();
    private final VcfHeader header;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    private VcfReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
        header = readHeader();
    }

    /**
     * Reads the header of a file.
     *
     * @param in the bytes of the file, not compressed; closed with the reader, or here when this throws
     * @param name the name of the file in messages
     * @throws UserException when it is not a VCF file, or its version is not read
     */
    public static VcfReader open(InputStream in, String name) {
        try {
            return new VcfReader(in, name);
        } catch (RuntimeException e) {
            close(in);
            throw e;
        }
    }

    /** The header. */
    public VcfHeader header() {
        return header;
    }

    private VcfHeader readHeader() {
        List<String> lines = new ArrayList<>();
        String line = nextLine();
        if (line != null && line.startsWith("BCF")) {
            throw new UserException("the file is BCF")
                    .in(name)
                    .expected("VCF")
                    .remedy("convert it: bcftools view -O z -o FILE.vcf.gz FILE.bcf");
        }
        if (line == null || !line.startsWith("##fileformat=VCF")) {
            throw new UserException("not a VCF file")
                    .in(name)
                    .expected("##fileformat=VCFv4.x in the first line")
                    .found(line == null ? "an empty file" : VcfText.decoded(line));
        }
        while (line != null && line.startsWith("##")) {
            lines.add(line);
            line = nextLine();
        }
        if (line == null || !line.startsWith("#CHROM\t")) {
            throw new UserException("the header has no line with the names of the columns")
                    .in(name)
                    .atLine(number)
                    .expected("#CHROM POS ID REF ALT QUAL FILTER INFO, separated by tabs")
                    .found(line == null ? "the end of the file" : VcfText.decoded(line));
        }
        lines.add(line);
        try {
            codec.readActualHeader(new SiteLines(lines));
        } catch (RuntimeException e) {
            throw new UserException("the header of the VCF file cannot be read (" + e.getMessage() + ")", e)
                    .in(name)
                    .remedy("check it with bcftools view -h");
        }
        return new VcfHeader(lines, infos(lines));
    }

    private static Set<String> infos(List<String> lines) {
        Set<String> infos = new HashSet<>();
        for (String line : lines) {
            Matcher info = INFO.matcher(line);
            if (info.lookingAt()) {
                infos.add(info.group(1));
            }
        }
        return infos;
    }

    /**
     * The lines that the codec needs of a header: the version and the names of the first columns. Newer versions than
     * it knows become the newest that it knows, since the columns have the same form in all of them.
     */
    private static final class SiteLines implements LineIterator {
        private final List<String> lines;
        private int next;

        SiteLines(List<String> lines) {
            String version = VcfText.decoded(lines.getFirst()).stripTrailing();
            String columns = VcfText.decoded(lines.getLast()).stripTrailing();
            this.lines = List.of(NEWER.contains(version) ? KNOWN : version, columns(columns));
        }

        private static String columns(String names) {
            List<String> fields = List.of(names.split("\t", -1));
            return String.join("\t", fields.subList(0, Math.min(VcfRecord.COLUMNS, fields.size())));
        }

        @Override
        public boolean hasNext() {
            return next < lines.size();
        }

        @Override
        public String next() {
            return lines.get(next++);
        }

        @Override
        public String peek() {
            return lines.get(next);
        }
    }

    /**
     * The next record, or null after the last.
     *
     * @throws UserException when the line does not have eight columns, or its position is not a number
     */
    public @Nullable VcfRecord next() {
        String line = nextRecordLine();
        return line == null ? null : VcfRecord.of(line, number, name, this::isReadable);
    }

    /**
     * Skips the next record without parsing it, to count the records of a file or to skip those of other shards.
     *
     * @return false after the last
     */
    public boolean skip() {
        return nextRecordLine() != null;
    }

    private @Nullable String nextRecordLine() {
        String line = nextLine();
        while (line != null && line.isBlank()) {
            line = nextLine();
        }
        return line;
    }

    private boolean isReadable(List<String> fields) {
        try {
            return codec.decode(fields.get(0) + "\t" + fields.get(1) + "\t.\t" + fields.get(3) + "\t" + fields.get(4)
                            + "\t.\t.\t.")
                    != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The next line without its line feed, or null after the last. */
    private @Nullable String nextLine() {
        number++;
        ByteArrayOutputStream begun = new ByteArrayOutputStream(0);
        boolean any = false;
        while (more()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            boolean isWhole = at < end;
            if (isWhole && begun.size() == 0) {
                return VcfText.ofBytes(buffer, from, at++ - from);
            }
            begun.write(buffer, from, at - from);
            if (begun.size() > LONGEST) {
                throw new UserException("the line is too long")
                        .in(name)
                        .atLine(number)
                        .expected(String.format(Locale.ROOT, "at most %,d bytes", LONGEST));
            }
            if (isWhole) {
                at++;
                break;
            }
        }
        byte[] bytes = begun.toByteArray();
        return any ? VcfText.ofBytes(bytes, 0, bytes.length) : null;
    }

    private boolean more() {
        if (at == end) {
            try {
                at = 0;
                end = Math.max(0, in.read(buffer, 0, buffer.length));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return at < end;
    }

    @Override
    public void close() {
        close(in);
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

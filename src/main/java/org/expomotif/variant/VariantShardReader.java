package org.expomotif.variant;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.io.Inputs;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.shard.ShardLabel;
import org.expomotif.io.vcf.VcfRecord;
import org.expomotif.io.vcf.VcfText;
import org.expomotif.run.UserException;

/** Reads the file of a shard that {@link VariantShardOutput} wrote. */
final class VariantShardReader implements AutoCloseable {
    private static final String COMMENT = "# ";

    /** Maximum number of comments, and of bytes of each. */
    private static final int MOST_COMMENTS = 10_000;

    private static final int LONGEST_COMMENT = 1 << 20;

    /** Maximum number of bytes of a line. */
    private static final int LONGEST = 1 << 28;

    private final String file;
    private final DataInputStream in;
    private final List<String> comments = new ArrayList<>();
    private final Shard shard;
    private final VariantShardHeader header;

    /**
     * Opens a file and reads its header.
     *
     * @throws UserException when the file is not a shard of a run of {@code variants}
     */
    VariantShardReader(String file) {
        this.file = file;
        in = new DataInputStream(new BufferedInputStream(Inputs.open(file), 1 << 16));
        try {
            if (!readComments(in, comments)) {
                throw new UserException("the file is not a shard of a run of variants")
                        .in(file)
                        .expected("what variants --shard wrote")
                        .remedy("give all shards of one run and nothing else");
            }
            shard = Shard.ofComments(comments).orElseThrow();
            header = VariantShardHeader.read(in);
        } catch (IOException e) {
            close();
            throw damaged(e);
        } catch (UserException e) {
            close();
            throw e;
        }
    }

    /** Whether the file begins like a shard of a run of variants. */
    static boolean isShard(String file) {
        try (InputStream in = new BufferedInputStream(Inputs.open(file), 1 << 16)) {
            return readComments(in, new ArrayList<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the comments and the line after them. */
    private static boolean readComments(InputStream in, List<String> comments) throws IOException {
        String line = line(in);
        while (line.startsWith(COMMENT) && comments.size() < MOST_COMMENTS) {
            comments.add(line.substring(COMMENT.length()));
            line = line(in);
        }
        return line.equals(VariantShardHeader.MARK)
                && Shard.ofComments(comments).isPresent();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST_COMMENT; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private UserException damaged(IOException e) {
        return new UserException(
                        "the shard is damaged (" + (e instanceof EOFException ? "it ends early" : e.getMessage()) + ")",
                        e)
                .in(file)
                .remedy("copy it again, or run the shard again");
    }

    /** The comments of the whole run. */
    List<String> head() {
        return comments.subList(0, comments.size() - 1);
    }

    /** The label of this shard. */
    ShardLabel label() {
        return new ShardLabel(file, shard, head());
    }

    VariantShardHeader header() {
        return header;
    }

    /** Adds the counts, which follow the header. */
    void addCounts(VariantCounts counts, Significance significance) {
        try {
            counts.addWritten(in);
            for (EffectNull one : significance.nulls()) {
                one.addWritten(in);
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** Passes all records, which follow the counts, to an output. */
    void writeRecords(VariantOutput output) {
        ResultCodec codec = header.codec();
        try {
            int mark = in.readByte();
            while (mark == VariantShardOutput.RECORD) {
                long number = in.readLong();
                int length = in.readInt();
                if (length < 0 || length > LONGEST) {
                    throw new IOException("the length of a line cannot be read");
                }
                byte[] line = in.readNBytes(length);
                if (line.length < length) {
                    throw new EOFException();
                }
                output.write(
                        VcfRecord.of(VcfText.ofBytes(line, 0, length), number, file, fields -> true), codec.read(in));
                mark = in.readByte();
            }
            if (mark != VariantShardOutput.END) {
                throw new IOException("a record cannot be read");
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

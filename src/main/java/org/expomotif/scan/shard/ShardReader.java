package org.expomotif.scan.shard;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.io.Inputs;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.shard.ShardLabel;
import org.expomotif.run.UserException;
import org.expomotif.scan.site.HitCounts;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.QValuePlaceholder;

/** Reads the file of one shard of a scan: the header, then the blocks in order. */
final class ShardReader implements AutoCloseable {
    /** Receives whole lines. */
    @FunctionalInterface
    interface LineSink {
        void accept(byte[] lines) throws IOException;
    }

    private static final int LONGEST_HEAD = 10_000;
    private static final int CHUNK = 1 << 20;

    /** Maximum number of bytes of a line of the header. */
    private static final int LONGEST_COMMENT = 1 << 20;

    /** Maximum number of bytes of a line of counts for q-values. */
    private static final int LONGEST_COUNTS = 1 << 27;

    /** Maximum number of bytes of a line of sites. */
    private static final int LONGEST_LINE = 1 << 24;

    private final String file;
    private final InputStream in;
    private final List<String> head = new ArrayList<>();
    private Shard shard = new Shard(1, 1);
    private ShardHeader blocks = new ShardHeader(0, 0, HitFormat.TSV, 1, false);
    private final List<HitCounts> counts = new ArrayList<>();

    /**
     * Opens a file and reads its header.
     *
     * @throws UserException when the file is not a shard of a scan
     */
    ShardReader(String file) {
        this.file = file;
        this.in = new BufferedInputStream(Inputs.open(file), 1 << 16);
        try {
            readHead();
        } catch (NumberFormatException e) {
            close();
            throw damaged(new IOException("a number at its head cannot be read"));
        } catch (IllegalArgumentException e) {
            close();
            throw damaged(e);
        } catch (UserException e) {
            close();
            throw e;
        }
    }

    private void readHead() {
        Optional<Shard> found = Optional.empty();
        String line = line(LONGEST_COMMENT);
        while (!line.startsWith(ShardHeader.MARK)) {
            if (!line.startsWith(HitFormat.COMMENT) || head.size() > LONGEST_HEAD) {
                throw notAShard();
            }
            String comment = line.substring(HitFormat.COMMENT.length());
            Optional<Shard> here = Shard.ofComment(comment);
            if (here.isPresent()) {
                found = here;
            } else {
                head.add(comment);
            }
            line = line(LONGEST_COMMENT);
        }
        shard = found.orElseThrow(this::notAShard);
        blocks = ShardHeader.parse(line);
        for (int i = 0; i < blocks.counts(); i++) {
            counts.add(HitCounts.parse(line(LONGEST_COUNTS)));
        }
    }

    private UserException notAShard() {
        return new UserException("the file is not a shard of a scan or an attribution")
                .in(file)
                .expected("what scan --shard or attribute --shard wrote")
                .remedy("give all shards of one run and nothing else");
    }

    private UserException damaged(Exception e) {
        return new UserException("the shard is damaged (" + e.getMessage() + ")", e)
                .in(file)
                .remedy("copy it again, or run the shard again");
    }

    /** The next line, cut to {@code longest} bytes; empty at the end of the file. */
    private String line(int longest) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0 && b != '\n' && line.size() < longest; b = in.read()) {
                line.write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Checks that the last line follows the last block, so that nothing is missing. */
    void checkEnd() {
        if (!ShardHeader.isEnd(line(LONGEST_COMMENT))) {
            throw damaged(new IOException("it ends early"));
        }
    }

    /** Passes on the lines of the next block, in pieces of whole lines. */
    void nextBlock(LineSink sink) throws IOException {
        long left;
        try {
            left = ShardHeader.blockLength(line(LONGEST_COMMENT));
        } catch (NumberFormatException e) {
            throw damaged(new IOException("the length of a block cannot be read"));
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
        byte[] waiting = new byte[0];
        while (left > 0) {
            byte[] more = in.readNBytes((int) Math.min(left, CHUNK));
            if (more.length == 0) {
                throw damaged(new IOException("it ends early"));
            }
            left -= more.length;
            byte[] all = Arrays.copyOf(waiting, waiting.length + more.length);
            System.arraycopy(more, 0, all, waiting.length, more.length);
            int ready = left == 0 ? all.length : QValuePlaceholder.endOfLines(all);
            sink.accept(Arrays.copyOf(all, ready));
            waiting = Arrays.copyOfRange(all, ready, all.length);
            if (waiting.length > LONGEST_LINE) {
                throw damaged(new IOException("a line has more than " + LONGEST_LINE + " bytes"));
            }
        }
    }

    /** The comments of the whole scan. */
    List<String> head() {
        return head;
    }

    /** The label of this shard. */
    ShardLabel label() {
        String line = new String(blocks.line(), StandardCharsets.US_ASCII).strip();
        return new ShardLabel(
                file, shard, Stream.concat(head.stream(), Stream.of(line)).toList());
    }

    /** The header, which describes the blocks. */
    ShardHeader blocks() {
        return blocks;
    }

    /** The counts that q-values are computed from, one per matrix; empty without q-values. */
    List<HitCounts> counts() {
        return counts;
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

package org.expomotif.scan.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.expomotif.io.shard.ShardLabel;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.scan.site.HitCounts;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.HitStore;
import org.expomotif.scan.site.QValueFiller;

/**
 * Puts the parts of a scan together, to the bytes that one scan of everything writes. Parts are read side by side,
 * matrix by matrix, so any size fits in little memory; q-values are those of the whole, as the parts carry the counts
 * that they are made from.
 */
public final class ShardMerge implements AutoCloseable {
    private final List<ShardReader> parts = new ArrayList<>();
    private final Optional<QValueFiller> filler;

    /**
     * Opens the parts, in any order.
     *
     * @throws UserException when they are not all the parts of one scan
     */
    public ShardMerge(List<String> files) {
        try {
            files.forEach(file -> parts.add(new ShardReader(file)));
            List<ShardReader> sorted = ShardLabel.inOrder(parts, ShardReader::label, "scan");
            parts.clear();
            parts.addAll(sorted);
            filler = makeFiller();
        } catch (UserException e) {
            close();
            throw e;
        }
    }

    /** How many blocks of lines the parts have: one a motif, or one in all. */
    public int blocks() {
        return parts.getFirst().blocks().blocks();
    }

    /** Writes the head of the whole. */
    public void writeHead(OutputStream out) throws IOException {
        out.write(format().head(this::provenance));
    }

    /** Writes what ends the whole. */
    public void writeFoot(OutputStream out) throws IOException {
        out.write(format().foot(this::provenance));
    }

    private HitFormat format() {
        return parts.getFirst().blocks().format();
    }

    private Provenance provenance() {
        return Provenance.of(parts.getFirst().head());
    }

    /** Writes the lines of the next block of all parts. */
    public void writeNextBlock(OutputStream out) throws IOException {
        HitStore.LineSink sink =
                filler.isPresent() ? lines -> out.write(filler.get().fill(lines)) : out::write;
        for (ShardReader part : parts) {
            try {
                part.nextBlock(sink);
            } catch (UserException e) {
                throw e.knowsFile() ? e : e.in(part.label().file());
            }
        }
    }

    private Optional<QValueFiller> makeFiller() {
        ShardHeader head = parts.getFirst().blocks();
        if (head.counts() == 0) {
            return Optional.empty();
        }
        List<HitCounts> all = IntStream.range(0, head.counts())
                .mapToObj(m -> parts.stream()
                        .map(part -> part.counts().get(m))
                        .reduce(HitCounts::plus)
                        .orElseThrow())
                .toList();
        return Optional.of(new QValueFiller(head.format(), all, head.greatestQValue()));
    }

    /** Sees to it that the parts end here. */
    public void checkEnd() {
        parts.forEach(ShardReader::checkEnd);
    }

    @Override
    public void close() {
        parts.forEach(ShardReader::close);
    }
}

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
import org.expomotif.scan.site.QValueFiller;

/**
 * Merges the shards of a scan. The merged file has the same bytes as the file of an undivided scan. All shards are read
 * matrix by matrix, so that memory does not grow with their size. They contain the counts from which the q-values of
 * the whole scan are computed.
 */
public final class ShardMerge implements AutoCloseable {
    private final List<ShardReader> shards = new ArrayList<>();
    private final Optional<QValueFiller> filler;

    /**
     * Opens the files of the shards, given in any order.
     *
     * @throws UserException when the files are not all shards of one scan
     */
    public ShardMerge(List<String> files) {
        try {
            files.forEach(file -> shards.add(new ShardReader(file)));
            List<ShardReader> sorted = ShardLabel.inOrder(shards, ShardReader::label, "scan");
            shards.clear();
            shards.addAll(sorted);
            filler = makeFiller();
        } catch (UserException e) {
            close();
            throw e;
        }
    }

    /** Number of blocks of lines of each shard: one per motif, or a single one. */
    public int blocks() {
        return shards.getFirst().blocks().blocks();
    }

    /** Writes the first lines of the merged file. */
    public void writeHead(OutputStream out) throws IOException {
        out.write(format().head(this::provenance, shards.getFirst().blocks().regions()));
    }

    /** Writes the last lines of the merged file. */
    public void writeFoot(OutputStream out) throws IOException {
        out.write(format().foot(this::provenance));
    }

    private HitFormat format() {
        return shards.getFirst().blocks().format();
    }

    private Provenance provenance() {
        return Provenance.of(shards.getFirst().head());
    }

    /** Writes the lines of the next block of all shards. */
    public void writeNextBlock(OutputStream out) throws IOException {
        ShardReader.LineSink sink =
                filler.isPresent() ? lines -> out.write(filler.get().fill(lines)) : out::write;
        for (ShardReader shard : shards) {
            try {
                shard.nextBlock(sink);
            } catch (UserException e) {
                throw e.inIfUnknown(shard.label().file());
            }
        }
    }

    private Optional<QValueFiller> makeFiller() {
        ShardHeader head = shards.getFirst().blocks();
        if (head.counts() == 0) {
            return Optional.empty();
        }
        List<HitCounts> all = IntStream.range(0, head.counts())
                .mapToObj(m -> shards.stream()
                        .map(shard -> shard.counts().get(m))
                        .reduce(HitCounts::plus)
                        .orElseThrow())
                .toList();
        return Optional.of(new QValueFiller(head.format(), all, head.maximumQValue()));
    }

    /** Checks that no shard has further blocks and none is truncated. */
    public void checkEnd() {
        shards.forEach(ShardReader::checkEnd);
    }

    @Override
    public void close() {
        shards.forEach(ShardReader::close);
    }
}

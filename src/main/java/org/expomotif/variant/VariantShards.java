package org.expomotif.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.io.shard.ShardLabel;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;

/**
 * Merges the shards of a run of {@code variants}. The merged file has the same bytes as the file of an undivided run.
 * The shards are read record by record, so memory does not depend on their size.
 */
public final class VariantShards implements AutoCloseable {
    private final List<VariantShardReader> shards = new ArrayList<>();

    /**
     * Opens the files of the shards, given in any order.
     *
     * @throws UserException when the files are not all shards of one run
     */
    public VariantShards(List<String> files) {
        try {
            files.forEach(file -> shards.add(new VariantShardReader(file)));
            List<VariantShardReader> sorted = ShardLabel.inOrder(shards, VariantShardReader::label, "run of variants");
            shards.clear();
            shards.addAll(sorted);
            VariantShardReader first = shards.getFirst();
            for (VariantShardReader shard : shards) {
                if (!shard.header().equals(first.header())) {
                    throw shard.label().foreign(first.label().file(), "the same format and fields", "run of variants");
                }
            }
        } catch (UserException e) {
            close();
            throw e;
        }
    }

    /** Whether a file begins like a shard of a run of variants. */
    public static boolean isShard(String file) {
        return VariantShardReader.isShard(file);
    }

    /**
     * The name of the index that a merge writes beside its output.
     *
     * @param file one of the shards
     */
    public static Optional<String> nameOfIndex(String file, String output) {
        try (VariantShardReader shard = new VariantShardReader(file)) {
            return new ScoredFile(output, shard.header().isTable()).nameOfIndex();
        }
    }

    /**
     * Writes the merged file.
     *
     * @return what became of the alleles
     * @throws UserException when a shard is damaged
     */
    public VariantCounts write(String path, Progress progress) {
        VariantShardReader first = shards.getFirst();
        VariantShardHeader header = first.header();
        Significance significance = header.significance();
        VariantCounts counts = new VariantCounts();
        shards.forEach(shard -> shard.addCounts(counts, significance));
        significance.finish();
        ScoredFile to = new ScoredFile(path, header.isTable());
        OutputGroup.allOrNone(() -> {
            to.write(
                    header.header(),
                    header.fields(),
                    significance,
                    counts,
                    Provenance.of(first.head()),
                    output -> shards.forEach(shard -> shard.writeRecords(output)),
                    progress);
            return to;
        });
        return counts;
    }

    @Override
    public void close() {
        shards.forEach(VariantShardReader::close);
    }
}

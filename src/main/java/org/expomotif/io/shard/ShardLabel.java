package org.expomotif.io.shard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.expomotif.run.UserException;

/**
 * The description of one shard in its file.
 *
 * @param file the file
 * @param shard the shard that the file contains
 * @param head the first lines of the file, which are the same in all shards of the run
 */
public record ShardLabel(String file, Shard shard, List<String> head) {
    /**
     * Sorts the files of a run by the numbers of their shards.
     *
     * @param run name of the kind of run in messages
     * @throws UserException when these are not all shards of one run, each once
     */
    public static <P> List<P> inOrder(List<P> shards, Function<P, ShardLabel> label, String run) {
        List<P> sorted = new ArrayList<>(shards);
        sorted.sort(Comparator.comparingInt(shard -> label.apply(shard).shard.number()));
        ShardLabel first = label.apply(sorted.getFirst());
        sorted.forEach(shard -> label.apply(shard).checkSameRun(first, run));
        int count = first.shard.count();
        for (int i = 0; i < Math.max(count, sorted.size()); i++) {
            if (i >= sorted.size() || label.apply(sorted.get(i)).shard.number() != i + 1) {
                boolean twice = i > 0
                        && i < sorted.size()
                        && label.apply(sorted.get(i)).shard.number() == i;
                throw new UserException("shard " + (twice ? i : i + 1) + " of " + count
                                + (twice ? " is given twice" : " is missing"))
                        .in(twice ? label.apply(sorted.get(i)).file : first.file)
                        .expected("each shard from 1 to " + count + " once")
                        .remedy("give all shards of one " + run);
            }
        }
        return sorted;
    }

    private void checkSameRun(ShardLabel first, String run) {
        Optional<String> difference = difference(first);
        if (difference.isPresent()) {
            throw foreign(first.file, difference.get(), run);
        }
    }

    private Optional<String> difference(ShardLabel first) {
        for (int i = 0; i < first.head.size(); i++) {
            String line = first.head.get(i);
            if (i >= head.size() || !head.get(i).equals(line)) {
                return Optional.of("the line '" + line + "'");
            }
        }
        if (shard.count() != first.shard.count()) {
            return Optional.of("one of " + first.shard.count() + " shards");
        }
        return head.size() == first.head.size() ? Optional.empty() : Optional.of("the same lines at the head");
    }

    /** The error for a shard that belongs to another run than the first file. */
    public UserException foreign(String firstFile, String expected, String run) {
        return new UserException("the shard belongs to another " + run + " than " + firstFile)
                .in(file)
                .expected(expected)
                .remedy("run all shards with the same version, inputs and options except --shard");
    }
}

package org.expomotif.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.expomotif.run.Thrown;
import org.expomotif.scan.best.BackgroundSums;
import org.expomotif.scan.best.SequenceBlock;
import org.expomotif.scan.best.WindowFinder;
import org.expomotif.scan.best.WindowFinders;
import org.expomotif.scan.best.WindowTables;

/**
 * Visits sequences block by block with several matrices, on several threads. Which thread visits a block does not
 * affect what it finds.
 */
final class BlockPass implements AutoCloseable {
    /** Bases per block: its arrays fit into the second-level cache. */
    private static final int BLOCK_BASES = 1 << 14;

    private final int threads;
    private final ExecutorService pool;

    /** Receives the windows found in one sequence, possibly from several threads for different sequences. */
    interface Visitor {
        /**
         * Receives windows.
         *
         * @param matrix index of the matrix
         * @param block index of the block
         * @param sequence index of the sequence in the block
         * @param found the index, in the block's codes, of each window
         * @param count number of windows
         */
        void visit(int matrix, int block, SequenceBlock codes, int sequence, int[] found, int count);
    }

    BlockPass(int threads) {
        this.threads = threads;
        pool = Executors.newFixedThreadPool(threads);
    }

    /** Index of the first sequence of each block, and the number of sequences. */
    static int[] blocks(List<byte[]> sequences) {
        List<Integer> starts = new ArrayList<>();
        int bases = BLOCK_BASES;
        for (int s = 0; s < sequences.size(); s++) {
            if (bases >= BLOCK_BASES) {
                starts.add(s);
                bases = 0;
            }
            bases += sequences.get(s).length;
        }
        starts.add(sequences.size());
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Visits all sequences with all matrices.
     *
     * @param blocks result of {@link #blocks}
     * @param tables the matrices; matrices of equal width should follow one another
     * @param finders the kind of finder
     */
    void visit(
            List<byte[]> sequences,
            int[] blocks,
            BackgroundSums background,
            List<WindowTables> tables,
            WindowFinders finders,
            Visitor visitor) {
        int widest = tables.stream().mapToInt(WindowTables::width).max().orElse(1);
        ThreadLocal<WindowFinder> finder = ThreadLocal.withInitial(finders::make);
        forEach(blocks.length - 1, b -> {
            SequenceBlock block = new SequenceBlock(sequences, blocks[b], blocks[b + 1], widest, background);
            int longest = 0;
            for (int s = 0; s < block.count(); s++) {
                longest = Math.max(longest, block.windows(s, 1));
            }
            int[] found = new int[longest];
            WindowFinder own = finder.get();
            for (int m = 0; m < tables.size(); m++) {
                for (int s = 0; s < block.count(); s++) {
                    int count = own.find(block, s, tables.get(m), found);
                    if (count > 0) {
                        visitor.visit(m, b, block, s, found, count);
                    }
                }
            }
        });
    }

    /** Calls an action for 0 .. n - 1 on all threads. */
    void forEach(int n, IntConsumer action) {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> worker = () -> {
            for (int i = next.getAndIncrement(); i < n; i = next.getAndIncrement()) {
                action.accept(i);
            }
            return true;
        };
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int t = 0; t < Math.min(threads, n); t++) {
            workers.add(worker);
        }
        try {
            for (Future<Boolean> done : pool.invokeAll(workers)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw Thrown.by(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

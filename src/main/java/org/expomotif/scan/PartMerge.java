package org.expomotif.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.expomotif.io.Shard;
import org.expomotif.run.UserException;

/**
 * Puts the parts of a scan together, to the bytes that one scan of everything writes. Parts are read side by side,
 * matrix by matrix, so any size fits in little memory; q-values are those of the whole, as the parts carry the counts
 * that they are made from.
 */
public final class PartMerge implements AutoCloseable {
    private final List<PartReader> parts = new ArrayList<>();
    private final Optional<QValueFiller> filler;

    /**
     * Opens the parts, in any order.
     *
     * @throws UserException when they are not all the parts of one scan
     */
    public PartMerge(List<String> files) {
        try {
            files.forEach(file -> parts.add(new PartReader(file)));
            parts.sort(Comparator.comparingInt(part -> part.shard().number()));
            check();
            filler = makeFiller();
        } catch (UserException e) {
            close();
            throw e;
        }
    }

    private void check() {
        PartReader first = parts.getFirst();
        for (PartReader part : parts) {
            sameRun(first, part);
        }
        int count = first.shard().count();
        for (int i = 0; i < Math.max(count, parts.size()); i++) {
            if (i >= parts.size() || parts.get(i).shard().number() != i + 1) {
                boolean twice =
                        i > 0 && i < parts.size() && parts.get(i).shard().number() == i;
                throw new UserException("part " + (twice ? i : i + 1) + " of " + count
                                + (twice ? " is there twice" : " is missing"))
                        .in(twice ? parts.get(i).file() : first.file())
                        .expected("every part of 1 to " + count + " once")
                        .remedy("give all the parts of one scan");
            }
        }
    }

    private static void sameRun(PartReader first, PartReader part) {
        Optional<String> difference = difference(first, part);
        if (difference.isPresent()) {
            throw new UserException("the part is of another scan than " + first.file())
                    .in(part.file())
                    .expected(difference.get())
                    .remedy("run all the parts with the same version, options and inputs, --shard apart");
        }
    }

    private static Optional<String> difference(PartReader first, PartReader part) {
        for (int i = 0; i < first.head().size(); i++) {
            String line = first.head().get(i);
            if (i >= part.head().size() || !part.head().get(i).equals(line)) {
                return Optional.of("the line '" + line + "'");
            }
        }
        Shard shard = first.shard();
        if (part.shard().count() != shard.count()) {
            return Optional.of("a part of " + shard.count());
        }
        boolean same =
                part.head().size() == first.head().size() && part.blocks().equals(first.blocks());
        return same ? Optional.empty() : Optional.of("the same lines at the head");
    }

    /** How many blocks of lines the parts have: one a motif, or one in all. */
    public int blocks() {
        return parts.getFirst().blocks().blocks();
    }

    /** Writes the head of the whole. */
    public void writeHead(OutputStream out) throws IOException {
        for (String line : parts.getFirst().head()) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes the lines of the next block of all parts. */
    public void writeNextBlock(OutputStream out) throws IOException {
        HitStore.LineSink sink =
                filler.isPresent() ? lines -> out.write(filler.get().fill(lines)) : out::write;
        for (PartReader part : parts) {
            part.nextBlock(sink);
        }
    }

    private Optional<QValueFiller> makeFiller() {
        PartHead head = parts.getFirst().blocks();
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
        parts.forEach(PartReader::checkEnd);
    }

    @Override
    public void close() {
        parts.forEach(PartReader::close);
    }
}

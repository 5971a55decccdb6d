package org.expomotif.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.run.Progress;
import org.expomotif.scan.PartMerge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts the parts together that {@code scan --shard} wrote. */
@Command(
        description = {
            "Put the parts that scan --shard wrote together",
            "The result is what one scan of everything writes, byte for byte, q-values too. Parts may come in any order; "
                    + "a missing part, and one of another scan, is told."
        },
        versionProvider = StandardOptions.VersionText.class,
        footer = {
            "  expomotif merge part1.bed part2.bed -o hits.bed.gz",
            "",
            "The parts, each on a machine of its own:",
            "  expomotif scan --motifs jaspar.meme --sequences genome.fa --shard 1/2 -o part1.bed",
            "  expomotif scan --motifs jaspar.meme --sequences genome.fa --shard 2/2 -o part2.bed"
        })
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PART", arity = "1..*", description = "The parts: all of one scan, in any order.")
    private List<String> parts = List.of();

    @Mixin
    private OutputOption output;

    @Mixin
    private StandardOptions standard;

    MergeCommand() {}

    @Override
    public Integer call() {
        Progress progress = standard.progress();
        try (PartMerge merge = new PartMerge(parts);
                OutputSink sink = Outputs.open(output.path())) {
            progress.start("merging", merge.blocks(), "blocks");
            merge.writeHead(sink.stream());
            for (int block = 0; block < merge.blocks(); block++) {
                merge.writeNextBlock(sink.stream());
                progress.advance(1);
            }
            merge.checkEnd();
            progress.finish();
            sink.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }
}

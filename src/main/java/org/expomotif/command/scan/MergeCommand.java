package org.expomotif.command.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.benchmark.AttributionRecovery;
import org.expomotif.benchmark.RecoveryTable;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.io.Inputs;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.ArrayShards;
import org.expomotif.io.table.TableShards;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.scan.shard.ShardMerge;
import org.expomotif.variant.VariantShards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Combines the shards that {@code scan}, {@code attribute} or {@code variants} wrote with {@code --shard}. */
@Command(
        description = {
            "Combine the shards that scan, attribute or variants wrote with --shard",
            "The result equals the output of a single run, byte for byte; q-values and the means of an evaluation are "
                    + "those of the whole run. Shards may be given in any order; a missing shard, or one of another run, is "
                    + "reported as an error."
        },
        footer = {
            "  expomotif merge shard1.bed shard2.bed -o hits.bed.gz",
            "",
            "The shards, which may run on separate machines:",
            "  expomotif scan --motifs jaspar.meme --sequences genome.fa --shard 1/2 -o shard1.bed",
            "  expomotif scan --motifs jaspar.meme --sequences genome.fa --shard 2/2 -o shard2.bed",
            "",
            "Scores, summaries, one-hot arrays and evaluations of attribute are merged file by file:",
            "  expomotif merge shard1.npz shard2.npz -o scores.npz",
            "  expomotif merge shard1.evaluation.tsv shard2.evaluation.tsv -o scores.evaluation.tsv",
            "",
            "Shards of variants are not VCF; the merge writes it, with p-values and q-values of the whole file:",
            "  expomotif merge shard1 shard2 -o scored.vcf.gz"
        })
public final class MergeCommand extends StandardCommand {
    @Parameters(paramLabel = "SHARD", arity = "1..*", description = "The shards: all of one run, in any order.")
    private List<String> shards = List.of();

    @Mixin
    private OutputOption output;

    /** Whether the shards are those of variants, which is known once the outputs are planned. */
    private boolean areOfVariants;

    public MergeCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan);
        String first = shards.getFirst();
        areOfVariants = isFileOfVariants(first);
        if (areOfVariants) {
            VariantShards.nameOfIndex(first, output.path())
                    .ifPresent(index -> plan.add("--output", output.path(), index));
        }
    }

    private static boolean isFileOfVariants(String shard) {
        return !Inputs.isReadOnce(shard) && Files.isRegularFile(Path.of(shard)) && VariantShards.isShard(shard);
    }

    @Override
    public Integer call() {
        boolean streamed = shards.contains(Inputs.STANDARD);
        if (!streamed && ArrayShards.isZip(shards.getFirst())) {
            try (ArrayShards arrays = ArrayShards.open(shards)) {
                arrays.write(output.path());
            }
        } else if (!streamed && TableShards.isShard(shards.getFirst())) {
            tables(TableShards.of(shards));
        } else if (!streamed && areOfVariants) {
            variants();
        } else {
            scan();
        }
        return 0;
    }

    private void tables(TableShards tables) {
        if (RecoveryTable.isOf(tables)) {
            AttributionRecovery recovery = RecoveryTable.read(tables);
            RecoveryTable.write(output.path(), Provenance.of(tables.comments()), recovery);
            progress().note(recovery.sentence());
        } else {
            tables.write(output.path());
        }
    }

    private void variants() {
        Progress progress = progress();
        try (VariantShards variants = new VariantShards(shards)) {
            progress.note(variants.write(output.path(), progress).text());
        }
    }

    private void scan() {
        Progress progress = progress();
        try (ShardMerge merge = new ShardMerge(shards);
                OutputSink sink = Outputs.open(output.path())) {
            progress.start("merging", merge.blocks(), "blocks");
            merge.writeHead(sink.stream());
            for (int block = 0; block < merge.blocks(); block++) {
                merge.writeNextBlock(sink.stream());
                progress.advance(1);
            }
            merge.checkEnd();
            merge.writeFoot(sink.stream());
            progress.finish();
            sink.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

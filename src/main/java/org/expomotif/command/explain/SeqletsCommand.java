package org.expomotif.command.explain;

import java.util.Optional;
import java.util.function.Function;
import org.expomotif.attribution.file.BaseScores;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.seqlet.SeqletBed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds the stretches of attribution maps that stand out. */
@Command(
        description = {
            "Find seqlets: stretches of attribution scores that stand out, with q-values",
            "A seqlet has base scores of one sign whose sum is well above the mean absolute score of as many bases. Both signs"
                    + " are found. P-values and q-values come from the scores of shuffled sequences (--null), or, "
                    + "without them, from the stretches of the other sign in the same scores."
        },
        footer = {
            "  expomotif attribute --model model.zip --sequences sequences.fa --method deepshap \\",
            "    --output logit -o scores.npz",
            "  expomotif seqlets --scores scores.npz --null 2 --model model.zip -o seqlets.bed",
            "",
            "The columns of the BED file are sequence, start, end, name, min(1000, -100 log10 p), sign of the sum",
            "in place of the strand, sum of the base scores, p-value and q-value.",
            "Archives of tangermeme, bpnet-lite and TF-MoDISco are read, too."
        })
public final class SeqletsCommand extends ResultCommand {
    @Mixin
    private final SeqletOptions options = new SeqletOptions(0.1);

    public SeqletsCommand() {}

    @Override
    public Integer call() {
        options.check();
        BaseScores read = options.read(BaseScores::read);
        Optional<ScoreArchive.Null<BaseScores>> shuffled =
                options.readNull(BaseScores::read, SequenceScores::bases, threads(), progress());
        SeqletOptions.Found found = options.find(read, shuffled, Function.identity());
        SeqletBed.write(
                output(),
                found.seqlets(),
                read.names(),
                read.maps().stream().mapToInt(map -> map.length).toArray(),
                record(options.inputs()).provenance().with(found.provenance()));
        progress().note(options.summary(found, read));
        return 0;
    }
}

package org.expomotif.variant;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.vcf.VcfReader;
import org.expomotif.io.vcf.VcfRecord;
import org.expomotif.network.Evaluator;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.scan.site.Workers;
import org.expomotif.stats.SeedMixer;
import org.expomotif.variant.allele.AllelePlacer;
import org.expomotif.variant.allele.AlleleStatus;
import org.expomotif.variant.allele.Change;
import org.expomotif.variant.allele.ContigBases;
import org.expomotif.variant.allele.ContigNames;
import org.expomotif.variant.allele.FlankedAlleles;
import org.expomotif.variant.allele.WindowPlan;
import org.expomotif.variant.site.MotifScanner;

/**
 * Scores the variants of a file in two passes: the first computes the effects, which wait in a temporary file, and the
 * second writes each record with its effects, p-values and q-values. Memory does not depend on the number of records.
 */
public final class VariantRun {
    /** Windows that are scored together. */
    private static final int WINDOWS = 16_384;

    /** Records that wait for their effects, at most. */
    private static final int RECORDS = 4096;

    private final List<Evaluator> models;
    private final VariantSettings settings;
    private final VariantFields fields;
    private final int threads;
    private final WindowPlan plan;
    private final EffectScorer scorer;
    private final Significance significance;
    private final VariantCounts counts = new VariantCounts();

    /**
     * Creates a run.
     *
     * @param models networks with the input length of the settings and the same classes
     * @param classes the names of the classes
     * @param prefix the text with which the INFO fields begin
     * @param threads the number of threads that compare sites
     */
    public VariantRun(
            List<Evaluator> models, List<String> classes, String prefix, VariantSettings settings, int threads) {
        this.models = models;
        this.settings = settings;
        this.threads = threads;
        fields = VariantFields.of(prefix, classes, models.size(), settings);
        plan = settings.plan();
        scorer = new EffectScorer(models, plan);
        significance = new Significance(settings.copies(), settings.seed(), classes.size());
    }

    /**
     * Scores variants and writes them.
     *
     * @param vcf path of the variants, or {@code -}
     * @param genome the bases of the contigs
     * @param shard the shard of the records; empty for all of them
     * @param logo the logo to draw
     * @return what became of the alleles
     * @throws UserException when the file cannot be read, or is not VCF
     */
    public VariantCounts run(
            String vcf,
            IndexedSequences genome,
            ScoredFile to,
            Optional<Shard> shard,
            Optional<AlleleLogo> logo,
            Provenance provenance,
            Progress progress) {
        ResultCodec codec = new ResultCodec(
                fields.effects().size(),
                fields.classes().size(),
                fields.scanned().size());
        try (VcfInput input = new VcfInput(vcf, to.path());
                ResultSpool spool = new ResultSpool(to.path(), codec)) {
            long all = shard.isPresent() ? input.count() : Long.MAX_VALUE;
            long from = shard.map(one -> one.from(all)).orElse(0L);
            long end = shard.map(one -> one.to(all)).orElse(all);
            score(input, genome, spool, to.isTable(), from, end, logo, progress);
            significance.finish();
            OutputGroup.allOrNone(() -> {
                logo.ifPresent(one -> one.write(models, fields.classes(), plan, provenance.lines()));
                write(input, spool, to, from, shard, provenance, progress);
                return to;
            });
        }
        return counts;
    }

    private void score(
            VcfInput input,
            IndexedSequences genome,
            ResultSpool spool,
            boolean isTable,
            long from,
            long end,
            Optional<AlleleLogo> logo,
            Progress progress) {
        ContigBases bases = new ContigBases(genome);
        int margin =
                settings.scanners().stream().mapToInt(MotifScanner::reach).max().orElse(0);
        AllelePlacer placer = new AllelePlacer(bases, plan, margin, settings.strict(), input.name());
        int batch = Math.max(1, WINDOWS / (4 * (2 * plan.shifts() + 1) * (1 + settings.copies())));
        progress.start("scoring", 0, "records");
        try (VcfReader reader = input.open();
                Workers workers = new Workers(threads)) {
            if (!isTable) {
                fields.requireNew(reader.header(), significance.isKnown(), input.name());
            }
            List<List<AllelePlacer.Placed>> waiting = new ArrayList<>();
            int scorable = 0;
            skip(reader, from);
            for (long number = from; number < end; number++) {
                VcfRecord record = reader.next();
                if (record == null) {
                    break;
                }
                List<AllelePlacer.Placed> placed = new ArrayList<>();
                for (String alt : record.alts()) {
                    placed.add(placer.place(record, alt));
                }
                waiting.add(placed);
                logo.ifPresent(one -> one.see(record, placed));
                scorable += (int) placed.stream()
                        .filter(AllelePlacer.Placed.Scorable.class::isInstance)
                        .count();
                if (scorable >= batch || waiting.size() == RECORDS) {
                    score(waiting, spool, workers);
                    progress.advance(waiting.size());
                    waiting.clear();
                    scorable = 0;
                }
            }
            score(waiting, spool, workers);
            progress.advance(waiting.size());
        }
        progress.finish();
        warn(placer.unknownContigs(), genome, input, progress);
    }

    private static void skip(VcfReader reader, long records) {
        for (long i = 0; i < records; i++) {
            reader.skip();
        }
    }

    private void score(List<List<AllelePlacer.Placed>> waiting, ResultSpool spool, Workers workers) {
        List<AllelePlacer.Placed.Scorable> scorable = waiting.stream()
                .flatMap(Collection::stream)
                .filter(AllelePlacer.Placed.Scorable.class::isInstance)
                .map(AllelePlacer.Placed.Scorable.class::cast)
                .toList();
        List<Future<List<String>>> motifs = scorable.stream()
                .map(allele -> workers.start(() -> settings.scanners().stream()
                        .map(scanner -> scanner.changes(allele.change(), allele.alleles()))
                        .toList()))
                .toList();
        List<double[][]> effects =
                scorer
                        .effects(scorable.stream()
                                .map(AllelePlacer.Placed.Scorable::alleles)
                                .toList())
                        .stream()
                        .map(own -> settings.reference()
                                .map(reference -> reference.added(own))
                                .orElse(own))
                        .toList();
        if (significance.isKnown()) {
            addNull(scorable, workers);
        }
        int next = 0;
        for (List<AllelePlacer.Placed> record : waiting) {
            List<AlleleResult> results = new ArrayList<>();
            for (AllelePlacer.Placed placed : record) {
                switch (placed) {
                    case AllelePlacer.Placed.Unscored unscored -> results.add(AlleleResult.unscored(unscored.status()));
                    case AllelePlacer.Placed.Scorable allele -> {
                        Change.Kind kind = allele.change().kind();
                        significance.addObserved(kind, effects.get(next));
                        results.add(new AlleleResult(
                                AlleleStatus.SCORED, kind, effects.get(next), Workers.result(motifs.get(next))));
                        next++;
                    }
                }
            }
            counts.add(results);
            spool.add(results);
        }
    }

    private void addNull(List<AllelePlacer.Placed.Scorable> scorable, Workers workers) {
        List<Future<List<FlankedAlleles>>> waiting = scorable.stream()
                .map(allele -> workers.start(() -> shuffled(allele)))
                .toList();
        List<FlankedAlleles> shuffled =
                waiting.stream().map(Workers::result).flatMap(List::stream).toList();
        List<double[][]> effects = scorer.effects(shuffled);
        for (int i = 0; i < effects.size(); i++) {
            significance.addNull(scorable.get(i / settings.copies()).change().kind(), effects.get(i));
        }
    }

    private List<FlankedAlleles> shuffled(AllelePlacer.Placed.Scorable allele) {
        Change change = allele.change();
        FlankedAlleles own = allele.alleles().within(plan.left(change), plan.right(change));
        BitSet kept = change.kind() == Change.Kind.INDEL
                ? new BitSet()
                : settings.unshuffled().untouched(own);
        long seed = change.seed(settings.seed());
        List<FlankedAlleles> copies = new ArrayList<>();
        for (int copy = 0; copy < settings.copies(); copy++) {
            copies.add(own.shuffled(kept, new SplittableRandom(SeedMixer.mix(seed + copy * SeedMixer.GOLDEN))));
        }
        return copies;
    }

    private void warn(Collection<String> unknown, IndexedSequences genome, VcfInput input, Progress progress) {
        if (!unknown.isEmpty()) {
            progress.warn(ContigNames.warning(input.name(), unknown, genome));
        }
        long differing = counts.of(AlleleStatus.REF_MISMATCH);
        if (differing > 0) {
            progress.warn(input.name() + ": REF differs from the genome for " + differing
                    + (differing == 1 ? " ALT allele, which is" : " ALT alleles, which are")
                    + " not scored; are the variants those of another build of the genome?");
        }
    }

    private void write(
            VcfInput input,
            ResultSpool spool,
            ScoredFile to,
            long from,
            Optional<Shard> shard,
            Provenance provenance,
            Progress progress) {
        try (VcfReader reader = input.reopen()) {
            skip(reader, from);
            if (shard.isPresent()) {
                VariantShardHeader header = new VariantShardHeader(
                        to.isTable(),
                        fields,
                        settings.copies(),
                        settings.seed(),
                        reader.header().lines());
                try (VariantOutput output =
                        new VariantShardOutput(to.path(), shard.get(), header, significance, counts, provenance)) {
                    write(reader, spool, output, input.name());
                    output.commit();
                }
            } else {
                to.write(
                        reader.header(),
                        fields,
                        significance,
                        counts,
                        provenance,
                        output -> write(reader, spool, output, input.name()),
                        progress);
            }
        }
    }

    private void write(VcfReader reader, ResultSpool spool, VariantOutput output, String name) {
        for (long written = 0; written < counts.records(); written++) {
            VcfRecord record = reader.next();
            if (record == null) {
                throw new UserException("the file has changed while it was being read").in(name);
            }
            output.write(record, spool.next());
        }
    }
}

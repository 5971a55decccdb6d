package org.expomotif.variant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.Outputs;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.io.track.TabixFile;
import org.expomotif.io.vcf.VcfHeader;
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
    private final List<String> classes;
    private final VariantSettings settings;
    private final WindowPlan plan;
    private final EffectScorer scorer;
    private final Significance significance;
    private final VariantCounts counts = new VariantCounts();

    /**
     * Creates a run.
     *
     * @param models networks with the input length of the settings and the same classes
     * @param classes the names of the classes
     */
    public VariantRun(List<Evaluator> models, List<String> classes, VariantSettings settings) {
        this.models = models;
        this.classes = classes;
        this.settings = settings;
        plan = settings.plan();
        scorer = new EffectScorer(models, plan);
        significance = new Significance(settings.copies(), classes.size());
    }

    /**
     * The destination of a run.
     *
     * @param path path of the file, or {@code -}
     * @param isTable whether a table is written, not VCF
     * @param prefix the text with which the INFO fields begin
     */
    public record Destination(String path, boolean isTable, String prefix) {
        /** Whether an index is written beside the file. */
        public boolean isIndexed() {
            return !isTable && !Outputs.isStandard(path) && FileSuffix.isCompressed(path);
        }
    }

    /**
     * Scores all variants and writes them.
     *
     * @param vcf path of the variants, or {@code -}
     * @param genome the bases of the contigs
     * @return what became of the alleles
     * @throws UserException when the file cannot be read, or is not VCF
     */
    public VariantCounts run(
            String vcf, IndexedSequences genome, Destination to, Provenance provenance, Progress progress) {
        try (VcfInput input = new VcfInput(vcf, to.path());
                ResultSpool spool = new ResultSpool(
                        to.path(),
                        EffectField.count(models.size()),
                        classes.size(),
                        settings.scanners().size())) {
            VariantFields fields = VariantFields.of(to.prefix(), classes, models.size(), settings);
            score(
                    input,
                    genome,
                    spool,
                    header -> {
                        if (!to.isTable()) {
                            fields.requireNew(header, significance.isKnown(), input.name());
                        }
                    },
                    progress);
            significance.finish();
            OutputGroup.allOrNone(() -> {
                write(input, spool, to, fields, provenance, progress);
                return to;
            });
        }
        return counts;
    }

    private void score(
            VcfInput input, IndexedSequences genome, ResultSpool spool, Consumer<VcfHeader> check, Progress progress) {
        ContigBases bases = new ContigBases(genome);
        int margin =
                settings.scanners().stream().mapToInt(MotifScanner::reach).max().orElse(0);
        AllelePlacer placer = new AllelePlacer(bases, plan, margin, settings.strict(), input.name());
        int batch = Math.max(1, WINDOWS / (4 * (2 * settings.shifts() + 1) * (1 + settings.copies())));
        progress.start("scoring", 0, "records");
        try (VcfReader reader = input.open();
                Workers workers = new Workers(settings.threads())) {
            check.accept(reader.header());
            List<List<AllelePlacer.Placed>> waiting = new ArrayList<>();
            int scorable = 0;
            for (VcfRecord record = reader.next(); record != null; record = reader.next()) {
                List<AllelePlacer.Placed> placed = new ArrayList<>();
                for (String alt : record.alts()) {
                    placed.add(placer.place(record, alt));
                }
                waiting.add(placed);
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
        List<double[][]> effects = scorer.effects(
                scorable.stream().map(AllelePlacer.Placed.Scorable::alleles).toList());
        if (significance.isKnown()) {
            addNull(scorable);
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

    private void addNull(List<AllelePlacer.Placed.Scorable> scorable) {
        List<FlankedAlleles> shuffled = new ArrayList<>();
        for (AllelePlacer.Placed.Scorable allele : scorable) {
            Change change = allele.change();
            FlankedAlleles own = allele.alleles().within(plan.left(change), plan.right(change));
            long seed = change.seed(settings.seed());
            for (int copy = 0; copy < settings.copies(); copy++) {
                shuffled.add(own.shuffled(new SplittableRandom(SeedMixer.mix(seed + copy * SeedMixer.GOLDEN))));
            }
        }
        List<double[][]> effects = scorer.effects(shuffled);
        for (int i = 0; i < effects.size(); i++) {
            significance.addNull(scorable.get(i / settings.copies()).change().kind(), effects.get(i));
        }
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
            Destination to,
            VariantFields fields,
            Provenance provenance,
            Progress progress) {
        List<String> comments = new ArrayList<>();
        if (significance.isKnown()) {
            comments.add("null: " + settings.copies() + " shuffled flanks per ALT, seed " + settings.seed()
                    + "; effects: " + significance.sizes());
        }
        comments.add(counts.text());
        Provenance known = provenance.with(comments);
        try (VcfReader reader = input.reopen();
                VariantOutput output = to.isTable()
                        ? new TsvOutput(to.path(), fields, significance, known)
                        : new VcfOutput(to.path(), reader.header(), fields, significance, known.lines())) {
            long written = 0;
            for (VcfRecord record = reader.next(); record != null; record = reader.next()) {
                if (++written > counts.records()) {
                    break;
                }
                output.write(record, spool.next());
            }
            if (written != counts.records()) {
                throw new UserException("the file has changed while it was being read").in(input.name());
            }
            output.commit();
            if (to.isIndexed() && output instanceof VcfOutput vcf) {
                index(vcf, to, progress);
            }
        }
    }

    private static void index(VcfOutput output, Destination to, Progress progress) {
        if (output.isSorted()) {
            output.written().ifPresent(written -> TabixFile.index(written, to.path(), TabixFile.Lines.VCF));
        } else {
            String index = TabixFile.nameOfIndex(to.path());
            progress.warn(to.path() + ": the records are not sorted by position, so no index is written"
                    + (Files.exists(Path.of(index)) ? "; remove the old one, " + index : "")
                    + "; sort them: bcftools sort");
        }
    }

    /** The name of the index of a file. */
    public static Optional<String> nameOfIndex(Destination to) {
        return to.isIndexed() ? Optional.of(TabixFile.nameOfIndex(to.path())) : Optional.empty();
    }
}

package org.expomotif.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.run.Progress;
import org.expomotif.seqlet.Seqlet;

/**
 * Finds motifs among seqlets, the idea of TF-MoDISco (Shrikumar et al., 2018, arXiv:1811.00416): seqlets of one sign
 * whose contributions are similar are grouped, aligned and averaged.
 */
public final class MotifDiscovery {
    private final Settings settings;
    private final Progress progress;

    /**
     * Settings of a run.
     *
     * @param stranded whether motifs are compared as they are read only
     * @param maximumSeqlets maximum number of seqlets of a sign that are compared with each other
     * @param maximumE maximum E-value of a motif
     * @param seed of the samples and permutations
     * @param threads number of threads; results do not depend on it
     */
    public record Settings(boolean stranded, int maximumSeqlets, double maximumE, long seed, int threads) {}

    /**
     * Spans that stand for chance.
     *
     * @param scores the scores that they come from
     * @param positive the spans that would pass as positive seqlets
     * @param negative the spans that would pass as negative seqlets
     */
    public record Decoys(SequenceScores scores, List<Seqlet> positive, List<Seqlet> negative) {}

    public MotifDiscovery(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Finds the motifs, positive ones first, in descending order of their numbers of seqlets.
     *
     * @param scores the scores of the sequences
     * @param seqlets their seqlets
     * @param decoys spans of the null
     */
    public List<DiscoveredMotif> motifs(SequenceScores scores, List<Seqlet> seqlets, Decoys decoys) {
        List<DiscoveredMotif> motifs = new ArrayList<>();
        progress.start("grouping seqlets", 2, "signs");
        for (boolean positive : new boolean[] {true, false}) {
            List<Seqlet> ofSign = seqlets.stream()
                    .filter(seqlet -> seqlet.span().isPositive() == positive)
                    .toList();
            motifs.addAll(ofSign(scores, ofSign, decoys, positive));
            progress.advance(1);
        }
        progress.finish();
        return motifs;
    }

    private List<DiscoveredMotif> ofSign(SequenceScores scores, List<Seqlet> seqlets, Decoys decoys, boolean positive) {
        WindowGroups grouping = new WindowGroups(settings.stranded(), settings.threads());
        GroupSearch search = new GroupSearch(
                grouping,
                settings.maximumSeqlets(),
                settings.maximumE(),
                settings.threads(),
                new SplittableRandom(settings.seed()));
        List<SeqletGroup> groups = search.groups(
                windows(scores, seqlets),
                windows(decoys.scores(), positive ? decoys.positive() : decoys.negative()),
                share(scores, decoys.scores()));
        MotifBuilder builder = new MotifBuilder(scores, grouping.aligner());
        List<SeqletGroup> merged = new GroupMerge(builder, seqlets).merged(groups);
        List<DiscoveredMotif> motifs = new ArrayList<>();
        for (SeqletGroup group : merged) {
            MotifBuilder.Built built =
                    builder.build(group.members().stream().map(seqlets::get).toList());
            String id = (positive ? "positive_" : "negative_") + (motifs.size() + 1);
            motifs.add(new DiscoveredMotif(
                    id, positive, built.places(), built.matrices(), group.decoys(), group.eValue()));
        }
        return motifs;
    }

    private static List<SeqletWindow> windows(SequenceScores scores, List<Seqlet> seqlets) {
        return seqlets.stream()
                .map(seqlet -> MotifBuilder.window(scores, seqlet))
                .toList();
    }

    private static double share(SequenceScores scores, SequenceScores nullScores) {
        double n = scores.codes().size();
        return n / (n + nullScores.codes().size());
    }
}

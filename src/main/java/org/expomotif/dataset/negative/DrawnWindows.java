package org.expomotif.dataset.negative;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.window.GenomePass;
import org.expomotif.run.Progress;
import org.expomotif.run.Warnings;

/**
 * Windows drawn from the candidates of some sequences to match given windows.
 *
 * @param windows the drawn windows: by sequence, in the given order, then by start
 * @param candidates points of all candidates, in the same order
 * @param result the numbers of the matching
 */
public record DrawnWindows(List<Window> windows, char[] candidates, NegativeMatching.Result result) {
    private static final int EXAMPLES = 3;

    /**
     * A drawn window.
     *
     * @param sequence name of its sequence
     * @param start first base, counted from 0
     * @param point the {@linkplain Composition#point point} of its composition
     */
    public record Window(String sequence, long start, int point) implements GenomePass.Window {}

    /**
     * Draws windows.
     *
     * @param sequences the sequences whose candidates may be drawn
     * @param found candidates by sequence
     * @param points points of the given windows
     * @param ratio windows to draw per given window
     * @param seed seed of the draws
     */
    public static DrawnWindows draw(
            List<String> sequences,
            Map<String, CandidateWindows.OfSequence> found,
            int[] points,
            double ratio,
            long seed) {
        char[] candidates = points(sequences, found);
        NegativeMatching.Result result = NegativeMatching.match(points, ratio, candidates, seed);
        return new DrawnWindows(windows(result.drawn(), sequences, found), candidates, result);
    }

    private static char[] points(List<String> sequences, Map<String, CandidateWindows.OfSequence> found) {
        long size = sequences.stream()
                .mapToLong(name -> Objects.requireNonNull(found.get(name)).size())
                .sum();
        char[] points = new char[Math.toIntExact(size)];
        int next = 0;
        for (String name : sequences) {
            CandidateWindows.OfSequence candidates = Objects.requireNonNull(found.get(name));
            for (int i = 0; i < candidates.size(); i++) {
                points[next++] = (char) candidates.point(i);
            }
        }
        return points;
    }

    /** Makes windows of candidates, whose numbers ascend and count over all sequences. */
    private static List<Window> windows(
            int[] drawn, List<String> sequences, Map<String, CandidateWindows.OfSequence> found) {
        List<Window> windows = new ArrayList<>();
        int next = 0;
        int before = 0;
        for (String name : sequences) {
            CandidateWindows.OfSequence candidates = Objects.requireNonNull(found.get(name));
            for (; next < drawn.length && drawn[next] < before + candidates.size(); next++) {
                int candidate = drawn[next] - before;
                windows.add(new Window(name, candidates.start(candidate), candidates.point(candidate)));
            }
            before += candidates.size();
        }
        return windows;
    }

    /**
     * Warns of windows that could not be drawn, if there are any.
     *
     * @param subject the beginning of the message
     * @param kind what the windows are, in the plural
     * @param more the end of the message
     */
    public void warnOfMissing(String subject, String kind, String more, Warnings warnings) {
        if (result.missing() > 0) {
            warnings.warn(String.format(
                    Locale.ROOT,
                    "%s: %d of %d %s are missing, because no candidate is left%s",
                    subject,
                    result.missing(),
                    result.needed(),
                    kind,
                    more));
        }
    }

    /**
     * Notes how many windows come from other bins than those that needed them, if there are any.
     *
     * @param subject the beginning of the message
     * @param kind what the windows are, in the plural
     * @param given what the given windows are, in the plural
     * @param more the end of the message
     */
    public void noteNear(String subject, String kind, String given, String more, Progress progress) {
        if (result.near() > 0) {
            progress.note(String.format(
                    Locale.ROOT,
                    "%s: %d of %d %s come from other bins of GC content and repeat fraction than the %s,"
                            + " at a distance of at most %.2f%s",
                    subject,
                    result.near(),
                    result.needed(),
                    kind,
                    given,
                    result.shortfalls().stream()
                            .mapToDouble(NegativeMatching.Shortfall::farthest)
                            .max()
                            .orElse(0),
                    more));
        }
    }

    /** Up to three bins with the most missing windows, in descending order, and the number of other such bins. */
    String missingBins() {
        List<NegativeMatching.Shortfall> bins = result.shortfalls().stream()
                .filter(bin -> bin.missing() > 0)
                .sorted((a, b) -> Integer.compare(b.missing(), a.missing()))
                .toList();
        int shown = Math.min(EXAMPLES, bins.size());
        List<String> texts = new ArrayList<>();
        for (NegativeMatching.Shortfall bin : bins.subList(0, shown)) {
            texts.add(String.format(
                    Locale.ROOT,
                    "%d at GC content %.2f and repeat fraction %.2f",
                    bin.missing(),
                    bin.gc(),
                    bin.repeats()));
        }
        int others = bins.size() - shown;
        String more = others == 0 ? "" : others == 1 ? " and 1 other bin" : " and " + others + " other bins";
        return String.join(", ", texts) + more;
    }
}

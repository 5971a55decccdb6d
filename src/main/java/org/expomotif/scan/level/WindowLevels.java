package org.expomotif.scan.level;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.matrix.MatrixSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the windows of all matrices by the level of their p-value. At first every window is summed for every matrix.
 * After many windows, words are counted in place of the windows of narrow matrices ({@link WordSpectrum}). Both ways
 * are exact, so the counts depend neither on when this happens nor on the number of threads.
 */
public final class WindowLevels {
    /** Numbers of bases of the words that are counted. */
    private static final int[] WORDS = {10, 12};

    /** A spectrum is used after this number of windows per word; making it into levels takes less than they did. */
    private static final int WINDOWS_PER_WORD = 4;

    /** Words of a number of bases, counted once enough windows were seen. */
    private static final class Words {
        private final int bases;
        private final long after;
        private volatile @Nullable WordSpectrum spectrum;

        Words(int bases, long windowsPerWord) {
            this.bases = bases;
            this.after = windowsPerWord * WordSpectrum.words(bases);
        }

        /** The spectrum for a slice after a number of windows; empty when there were not enough. */
        Optional<WordSpectrum> after(long windows) {
            if (windows < after) {
                return Optional.empty();
            }
            synchronized (this) {
                if (spectrum == null) {
                    spectrum = new WordSpectrum(bases);
                }
                return Optional.of(spectrum);
            }
        }
    }

    private final List<MatrixLevels> matrices;
    private final List<Words> words;
    private final AtomicLong seen = new AtomicLong();

    /** Counts of windows by matrix and level. A thread takes one, adds to it and puts it back. */
    private final Queue<long[][]> counts = new ConcurrentLinkedQueue<>();

    public WindowLevels(MatrixSet set) {
        this(set, WORDS, WINDOWS_PER_WORD);
    }

    /** Creates counts of 0 with other numbers of bases of words, in ascending order, and of windows per word. */
    WindowLevels(MatrixSet set, int[] words, long windowsPerWord) {
        this.matrices = set.matrices().stream()
                .map(matrix -> new MatrixLevels(matrix, set.settings().background()))
                .toList();
        this.words = Arrays.stream(words)
                .mapToObj(bases -> new Words(bases, windowsPerWord))
                .toList();
    }

    /**
     * Counts the windows of a slice.
     *
     * @param windows number of windows, which start at 0 .. {@code windows - 1}
     */
    public void add(SliceCodes slice, int windows) {
        long before = seen.getAndAdd(windows);
        List<WordSpectrum> spectra = new ArrayList<>();
        words.forEach(one -> one.after(before).ifPresent(spectra::add));
        long[][] sums = Optional.ofNullable(counts.poll()).orElseGet(this::zeros);
        short[] fives = slice.fives();
        for (int from = slice.nextKnown(0); from < windows; ) {
            int to = slice.nextUnknown(from);
            for (WordSpectrum spectrum : spectra) {
                spectrum.add(fives, from, Math.min(windows, to - spectrum.bases() + 1));
            }
            for (int m = 0; m < sums.length; m++) {
                MatrixLevels matrix = matrices.get(m);
                int words = spectra.stream()
                        .filter(spectrum -> matrix.width() <= spectrum.bases())
                        .mapToInt(spectrum -> Math.min(windows, to - spectrum.bases() + 1))
                        .findFirst()
                        .orElse(from);
                matrix.add(fives, Math.max(from, words), Math.min(windows, to - matrix.width() + 1), sums[m]);
            }
            from = slice.nextKnown(to);
        }
        counts.add(sums);
    }

    private long[][] zeros() {
        return new long[matrices.size()][PValueLevels.COUNT + 1];
    }

    /**
     * The counts of all slices that were added, one row per matrix: numbers of windows by the number of levels that
     * their p-value reaches, {@link PValueLevels#COUNT} + 1 numbers.
     */
    public long[][] counts() {
        long[][] all = zeros();
        for (long[][] part : counts) {
            for (int m = 0; m < all.length; m++) {
                for (int level = 0; level < all[m].length; level++) {
                    all[m][level] += part[m][level];
                }
            }
        }
        int from = 0;
        for (Words one : words) {
            WordSpectrum spectrum = one.spectrum;
            if (spectrum != null) {
                for (int width = from + 1; width <= one.bases; width++) {
                    addWords(spectrum, width, all);
                }
            }
            from = spectrum == null ? from : one.bases;
        }
        return all;
    }

    private void addWords(WordSpectrum spectrum, int width, long[][] all) {
        IntToLongFunction windows = null;
        for (int m = 0; m < all.length; m++) {
            if (matrices.get(m).width() == width) {
                windows = windows == null ? windows(spectrum, width) : windows;
                matrices.get(m).addWords(windows, all[m]);
            }
        }
    }

    private static IntToLongFunction windows(WordSpectrum spectrum, int width) {
        if (width == spectrum.bases()) {
            return spectrum::count;
        }
        long[] starts = spectrum.starts(width);
        return word -> starts[word];
    }
}

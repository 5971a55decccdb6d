package org.expomotif.dataset.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.expomotif.dna.Nucleotide;
import org.expomotif.run.Progress;
import org.expomotif.run.TemporaryFile;

/**
 * The letters of regions, in a temporary file that holds the windows one after the other in the order of the genome.
 */
final class WindowLetters implements AutoCloseable {
    private final int length;
    private final TemporaryFile file;

    private WindowLetters(int length, TemporaryFile file) {
        this.length = length;
        this.file = file;
    }

    /**
     * Reads the letters of regions and gives each region its {@linkplain Region#place place} in the order of the
     * genome.
     *
     * @param output an output of the run, in whose folder the temporary file is
     */
    static WindowLetters read(String genome, List<Region> regions, int length, String output, Progress progress) {
        TemporaryFile file = TemporaryFile.beside(output, "the sequences");
        try {
            Cutter cutter = new Cutter(length, file);
            GenomePass.read(genome, "cutting sequences", regions, length, cutter, new Silent(progress));
            return new WindowLetters(length, file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The letters of a region on its strand, as written in the genome. */
    byte[] of(Region region) {
        byte[] letters = at(region.place());
        if (region.reverse()) {
            for (int i = 0, j = letters.length - 1; i <= j; i++, j--) {
                byte left = Nucleotide.complementLetter(letters[i]);
                letters[i] = Nucleotide.complementLetter(letters[j]);
                letters[j] = left;
            }
        }
        return letters;
    }

    /** The letters of the window with a place, on the plus strand. */
    byte[] at(int place) {
        return file.read((long) place * length, length);
    }

    @Override
    public void close() {
        file.close();
    }

    private static final class Cutter implements GenomePass.Consumer {
        private final int length;
        private final TemporaryFile file;
        private final Map<Region, byte[]> open = new HashMap<>();
        private int places;

        Cutter(int length, TemporaryFile file) {
            this.length = length;
            this.file = file;
        }

        @Override
        public void letters(Region region, int offset, byte[] source, int from, int to) {
            byte[] letters = open.computeIfAbsent(region, any -> new byte[length]);
            System.arraycopy(source, from, letters, offset, to - from);
        }

        @Override
        public void end(Region region) {
            byte[] letters = Objects.requireNonNull(open.remove(region));
            file.append(letters, 0, length);
            region.setPlace(places++);
        }
    }

    /** Shows progress but no warnings: those about the genome were shown when it was read before. */
    private record Silent(Progress progress) implements Progress {
        @Override
        public void start(String task, long total, String unit) {
            progress.start(task, total, unit);
        }

        @Override
        public void advance(long amount) {
            progress.advance(amount);
        }

        @Override
        public void note(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void finish() {
            progress.finish();
        }
    }
}

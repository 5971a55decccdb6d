package org.expomotif.dataset.build;

import java.util.List;
import org.expomotif.dataset.window.GenomePass;
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
            int[] places = new int[1];
            GenomePass.cut(
                    genome,
                    "cutting sequences",
                    regions,
                    length,
                    (region, letters) -> {
                        file.append(letters, 0, length);
                        region.setPlace(places[0]++);
                    },
                    progress);
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
}

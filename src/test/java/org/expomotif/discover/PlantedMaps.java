package org.expomotif.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.expomotif.attribution.file.BaseScores;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.dna.Nucleotide;

/** Makes maps of random sequences in which the bases of planted sites contribute and the others are noise. */
public final class PlantedMaps {
    private static final float NOISE = 0.05f;

    private final SplittableRandom random;
    private final int length;
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> codes = new ArrayList<>();
    private final List<float[]> maps = new ArrayList<>();

    public PlantedMaps(long seed, int length) {
        this.random = new SplittableRandom(seed);
        this.length = length;
    }

    /** Adds sequences without a site. */
    public PlantedMaps noise(int n) {
        return sites(n, "", 1, false);
    }

    /**
     * Adds sequences with one site each, at a random place.
     *
     * @param contribution of each base of a site
     * @param bothStrands whether every second site is on the other strand
     */
    public PlantedMaps sites(int n, String site, float contribution, boolean bothStrands) {
        for (int i = 0; i < n; i++) {
            byte[] sequence = new byte[length];
            float[] map = new float[length];
            for (int j = 0; j < length; j++) {
                sequence[j] = (byte) random.nextInt(4);
                map[j] = NOISE * (random.nextFloat() - 0.5f);
            }
            byte[] bases = new byte[site.length()];
            for (int j = 0; j < bases.length; j++) {
                bases[j] = (byte) "ACGT".indexOf(site.charAt(j));
            }
            if (bothStrands && i % 2 == 1) {
                bases = Nucleotide.reverseComplement(bases);
            }
            int start = random.nextInt(length - bases.length + 1);
            for (int j = 0; j < bases.length; j++) {
                sequence[start + j] = bases[j];
                map[start + j] = contribution * (0.7f + 0.6f * random.nextFloat());
            }
            names.add("seq" + (names.size() + 1));
            codes.add(sequence);
            maps.add(map);
        }
        return this;
    }

    public SequenceScores scores() {
        return new SequenceScores(new BaseScores(names, maps), codes, Optional.empty());
    }
}

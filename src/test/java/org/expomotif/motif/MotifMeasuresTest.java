package org.expomotif.motif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.biojava.nbio.core.sequence.compound.AmbiguityDNACompoundSet;
import org.biojava.nbio.core.sequence.compound.NucleotideCompound;
import org.expomotif.dna.Nucleotide;
import org.junit.jupiter.api.Test;

class MotifMeasuresTest {
    private static final double[] HALVES = {0.5, 0.5, 0, 0};

    @Test
    void informationOfColumnsKnownByHand() {
        assertThat(InformationContent.bits(new double[] {1, 0, 0, 0})).isEqualTo(2);
        assertThat(InformationContent.bits(HALVES)).isCloseTo(1, within(1e-15));
        assertThat(InformationContent.bits(new double[] {0.25, 0.25, 0.25, 0.25}))
                .isZero();
        assertThat(InformationContent.bits(new double[] {0.2, 0.2, 0, 0})).isCloseTo(1, within(1e-15));
        Background skewed = new Background(0.25, 0.5, 0.125, 0.125);
        assertThat(InformationContent.bits(HALVES, skewed)).isCloseTo(0.5, within(1e-15));
        assertThat(InformationContent.bits(HALVES, new Background(1, 0, 0, 0))).isInfinite();
        double[][] matrix = {HALVES, {0, 0, 0, 1}};
        assertThat(InformationContent.perColumn(matrix, Background.UNIFORM))
                .containsExactly(new double[] {1, 2}, within(1e-15));
        assertThat(InformationContent.total(matrix, Background.UNIFORM)).isCloseTo(3, within(1e-15));
    }

    @Test
    void backgroundsAndColumnsMayBeCounts() {
        assertThat(InformationContent.bits(new double[] {20, 20, 0, 0}, new Background(20, 40, 10, 10)))
                .isCloseTo(0.5, within(1e-15));
        ScoringMatrix scores = ScoringMatrix.logOdds(
                Motif.of("m", new double[][] {{2, 1, 0.5, 0.5}}), new Background(10, 20, 5, 5), 0);
        assertThat(scores.scores()[0]).containsExactly(new double[] {1, -1, 0, 0}, within(1e-15));
    }

    @Test
    void consensusNeedsMoreThanOneHalfAndThreeQuarters() {
        assertThat(Consensus.iupac(new double[][] {
                    {0.5, 0.25, 0.25, 0}, // A has a half, A and C three quarters
                    {0.5, 0.25, 0.125, 0.125},
                    {0, 0.5, 0.25, 0.25},
                    {10, 5, 4, 0} // more than a half and exactly twice the next
                }))
                .isEqualTo("VNBA");
    }

    @Test
    void theReverseComplementScoresTheOtherStrand() {
        Motif motif = new Motif("m", "n", new double[][] {{0.1, 0.2, 0.3, 0.4}, {1, 0, 0, 0}}, 7, "u");
        Motif other = motif.reverseComplement();
        assertThat(other.matrix()).isDeepEqualTo(new double[][] {{0, 0, 0, 1}, {0.4, 0.3, 0.2, 0.1}});
        assertThat(other.sites()).isEqualTo(7);
        assertThat(other.reverseComplement()).usingRecursiveComparison().isEqualTo(motif);
        assertThat(motif.withAlphabet(Alphabet.RNA).reverseComplement().consensus())
                .isEqualTo("UN");
    }

    @Test
    void consensusFollowsCavener() {
        assertThat(Consensus.iupac(new double[][] {
                    {0.6, 0.3, 0.1, 0}, // one letter: more than a half, twice the next
                    {0.51, 0.29, 0.1, 0.1}, // not twice the next, but 0.8 together: A or C
                    {0, 0.5, 0, 0.5},
                    {0.4, 0.3, 0.3, 0},
                    {0.3, 0.3, 0.3, 0.1},
                    {0, 0, 0, 1},
                    {0.25, 0.25, 0.25, 0.25}
                }))
                .isEqualTo("AMYVNTN");
    }

    @Test
    void ambiguityLettersAreThoseOfBiojava() {
        AmbiguityDNACompoundSet compounds = AmbiguityDNACompoundSet.getDNACompoundSet();
        for (int bases = 1; bases < 16; bases++) {
            List<NucleotideCompound> members = new ArrayList<>();
            for (int base = 0; base < 4; base++) {
                if ((bases >> base & 1) == 1) {
                    members.add(compounds.getCompoundForString("ACGT".substring(base, base + 1)));
                }
            }
            NucleotideCompound ambiguity = compounds.getAmbiguity(members.toArray(new NucleotideCompound[0]));
            assertThat(Character.toString(Consensus.letter(bases))).isEqualTo(ambiguity.getShortName());
        }
    }

    @Test
    void logOddsOfAWindow() {
        Motif motif = Motif.of("m", new double[][] {{1, 0, 0, 0}, {0.5, 0.25, 0.125, 0.125}});
        ScoringMatrix plain = ScoringMatrix.logOdds(motif, Background.UNIFORM, 0);
        assertThat(plain.score(Nucleotide.codes("AAC".getBytes(java.nio.charset.StandardCharsets.US_ASCII)), 1))
                .isEqualTo(2);
        assertThat(plain.score(new byte[] {0, 2}, 0)).isCloseTo(1, within(1e-15));
        assertThat(plain.score(new byte[] {1, 2}, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(plain.score(new byte[] {0, 4}, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(plain.reverseComplement().score(new byte[] {1, 3}, 0)).isCloseTo(1, within(1e-15));
        ScoringMatrix smoothed = ScoringMatrix.logOdds(motif, Background.UNIFORM, 1);
        assertThat(smoothed.scores()[0][1]).isCloseTo(-1, within(1e-15));
    }
}

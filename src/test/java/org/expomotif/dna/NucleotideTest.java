package org.expomotif.dna;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NucleotideTest {
    @Test
    void theReverseComplementOfAMatrixReversesRowsAndColumns() {
        double[][] rows = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
        double[][] reversed = {{12, 11, 10, 9}, {8, 7, 6, 5}, {4, 3, 2, 1}};
        assertThat(Nucleotide.reverseComplement(rows)).isDeepEqualTo(reversed);
        assertThat(rows).isDeepEqualTo(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}});
        assertThat(Nucleotide.reverseComplement(new int[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}))
                .isDeepEqualTo(new int[][] {{8, 7, 6, 5}, {4, 3, 2, 1}});
    }

    @Test
    void theReverseComplementOfCodesKeepsUnknownBases() {
        byte[] codes = {0, 1, Nucleotide.UNKNOWN, 3};
        assertThat(Nucleotide.reverseComplement(codes)).containsExactly(0, Nucleotide.UNKNOWN, 2, 3);
    }
}

package org.expomotif.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.expomotif.dna.Nucleotide;
import org.expomotif.network.Evaluator;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;

class AlleleLogoTest {
    /**
     * The logit is twice the number of G; the mean over both strands is the number of G and C. In place of a G, C keeps
     * it, and A and T lower it by 1; in place of an A, C and G raise it by 1, and T keeps it.
     */
    @Test
    void contributionsAreAgainstTheMeanOfTheOtherBases() {
        Evaluator model = TinyModel.counting('G', 6, 2, 0).network().evaluator(1);

        double[] found = AlleleLogo.contributions(
                List.of(model, model), Nucleotide.codes(new byte[] {'A', 'N', 'T', 'C', 'G', 'A'}), 0);

        assertThat(found)
                .containsExactly(new double[] {-2 / 3.0, 0, -2 / 3.0, 2 / 3.0, 2 / 3.0, -2 / 3.0}, Offset.offset(1e-6));
    }
}

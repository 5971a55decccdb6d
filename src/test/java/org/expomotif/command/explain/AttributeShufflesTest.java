package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.junit.jupiter.api.Test;

/** Shuffled sequences that are explained in place of the sequences. */
class AttributeShufflesTest extends ExplainedFixture {
    @Test
    void explainsShufflesOfEverySelectedSequence() {
        explained
                .attribute("--method saliency --limit 2 --shuffles 3 -o @/shuffled.npz")
                .succeeds();
        NpyArray ids = Npz.read(folder + "/shuffled.npz").get("ids");
        assertThat(ids.strings())
                .hasSize(6)
                .startsWith("s0_shuffle1", "s0_shuffle2", "s0_shuffle3")
                .allMatch(id -> id.matches("s\\d_shuffle[123]"));
        explained.attribute("--method saliency --limit 2 -o @/plain.npz").succeeds();
        NpyArray plain = Npz.read(folder + "/plain.npz").get("one_hot");
        NpyArray shuffled = Npz.read(folder + "/shuffled.npz").get("one_hot");
        assertThat(shuffled.length()).isEqualTo(3 * plain.length());
        assertThat(sum(shuffled)).isEqualTo(3 * sum(plain));
    }

    private static int sum(NpyArray array) {
        int sum = 0;
        for (byte value : array.bytes()) {
            sum += value;
        }
        return sum;
    }

    @Test
    void shufflesHaveNoSitesAndNoPlace() {
        explained
                .attribute("--method saliency --shuffles 1 --sites @/sites.bed -o @/x.npz")
                .isRefused(2, "--shuffles cannot be combined with --sites");
        explained.attribute("--method saliency --shuffles 1 -o @/x.bw").isRefused(2, "--shuffles writes .npz or .tsv");
        explained.attribute("--method saliency --shuffles 0 -o @/x.npz").isRefused(2, "--shuffles", "1");
    }
}

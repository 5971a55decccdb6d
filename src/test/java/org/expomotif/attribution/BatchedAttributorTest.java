package org.expomotif.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.expomotif.testing.Dna.sequence;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.network.Evaluator.Explained;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class BatchedAttributorTest {
    @Test
    void passesOnEveryExplanationInOrder() {
        KnownFunction function = KnownFunction.curved(3, 0);
        List<String> names = new ArrayList<>();
        BatchedAttributor attributor = new BatchedAttributor(
                new Saliency(false),
                new TargetOutput(function, 0, Explained.LOGIT),
                explanation -> names.add(explanation.sequence().name()));
        for (int i = 0; i < 600; i++) {
            attributor.add(sequence("s" + i, "ACG"));
        }
        assertThat(names).hasSize(512);
        attributor.finish();
        attributor.finish();
        assertThat(names).hasSize(600).startsWith("s0", "s1").endsWith("s598", "s599");
    }

    @Test
    void refusesAnotherLength() {
        TargetOutput target = new TargetOutput(KnownFunction.curved(4, 0), 0, Explained.LOGIT);
        BatchedAttributor attributor = new BatchedAttributor(new Saliency(false), target, explanation -> {});
        assertThatThrownBy(() -> attributor.add(sequence("s7", "ACG")))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "sequence s7: the sequence length differs from the model's input length: expected 4 bases, found 3 bases;"
                                + " cut or pad the sequences to 4 bases");
    }
}

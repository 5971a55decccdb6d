package org.expomotif.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.network.OutputScale;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class BatchedAttributorTest {
    private static DnaSequence sequence(int number) {
        return new DnaSequence("s" + number, "", "ACG".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void passesOnEveryExplanationInOrder() {
        KnownFunction function = KnownFunction.curved(3, 0);
        List<String> names = new ArrayList<>();
        BatchedAttributor attributor = new BatchedAttributor(
                new Saliency(false),
                new TargetOutput(function, 0, OutputScale.LOGIT),
                explanation -> names.add(explanation.sequence().name()));
        for (int i = 0; i < 600; i++) {
            attributor.add(sequence(i));
        }
        assertThat(names).hasSize(512);
        attributor.finish();
        attributor.finish();
        assertThat(names).hasSize(600).startsWith("s0", "s1").endsWith("s598", "s599");
    }

    @Test
    void refusesAnotherLength() {
        TargetOutput target = new TargetOutput(KnownFunction.curved(4, 0), 0, OutputScale.LOGIT);
        BatchedAttributor attributor = new BatchedAttributor(new Saliency(false), target, explanation -> {});
        assertThatThrownBy(() -> attributor.add(sequence(7)))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "sequence s7: the sequence length differs from the model's input length: expected 4 bases, found 3 bases;"
                                + " cut or pad the sequences to 4 bases");
    }
}

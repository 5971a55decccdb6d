package org.expomotif.benchmark.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.junit.jupiter.api.Test;

class TrialPlanTest {
    private static final TrialPlan.Size STUDY = new TrialPlan.Size(OptionalInt.empty(), 500, 100);

    private static List<TrialKey> plan(List<Integer> tasks, List<Group> groups, OptionalInt trials) {
        return TrialPlan.of(
                new TrialPlan.Selection(
                        tasks.stream().map(PaperTask::numbered).toList(), groups, List.of(), List.of(), trials),
                STUDY,
                7);
    }

    private static List<TrialKey> whole() {
        return plan(List.of(1, 3), List.of(), OptionalInt.empty());
    }

    private static long count(String network, String activation) {
        return whole().stream()
                .map(TrialKey::condition)
                .filter(
                        Condition.of(
                                network.equals("cnn-dist") ? PaperTask.BILLBOARD : PaperTask.CLASSES,
                                network,
                                activation)::equals)
                .count();
    }

    @Test
    void theTrialsOfTheStudyAreAllDifferent() {
        assertThat(whole()).doesNotHaveDuplicates();
        assertThat(whole()).extracting(TrialKey::modelFile).doesNotHaveDuplicates();
        assertThat(count("cnn-deep", "relu")).isEqualTo(10);
        assertThat(count("cnn-deep", "tanh")).isEqualTo(3);
        assertThat(count("cnn-50", "relu")).isEqualTo(3);
        assertThat(count("cnn-dist", "exponential")).isEqualTo(10);
        assertThat(count("cnn-deep", "shift-tanh")).isEqualTo(2);
        assertThat(count("cnn-deep", "exponential:0.5")).isEqualTo(2);
    }

    @Test
    void oneTrialOfEveryConditionComesBeforeTheSecondOfAny() {
        List<TrialKey> trials = whole();
        long conditions = trials.stream().map(TrialKey::condition).distinct().count();
        assertThat(trials.subList(0, (int) conditions))
                .extracting(TrialKey::seed)
                .containsOnly(7L);
        assertThat(trials).extracting(TrialKey::seed).isSorted();
    }

    @Test
    void theExponentialAndReluOfEveryNetworkComeFirst() {
        assertThat(whole().subList(0, 10))
                .extracting(trial -> trial.condition().activation())
                .containsOnly("exponential", "relu");
        assertThat(plan(List.of(3, 1), List.of(), OptionalInt.empty())
                        .getFirst()
                        .condition()
                        .network())
                .isEqualTo("cnn-local");
    }

    @Test
    void aSelectionNarrowsTheStudy() {
        List<TrialKey> controls = plan(List.of(1), List.of(Group.INIT), OptionalInt.of(1));
        // Ten other initialisations of two activations, and six without batch normalisation.
        assertThat(controls).hasSize(26);
        assertThat(controls).extracting(TrialKey::seed).containsOnly(7L);
        assertThat(plan(List.of(3), List.of(Group.SCALE), OptionalInt.empty())).isEmpty();
    }

    @Test
    void aConditionDescribesItsNetwork() {
        Condition condition = Condition.of(PaperTask.CLASSES, "cnn-deep", "exponential:2")
                .withInit("he-normal")
                .withoutBatchNorm();
        assertThat(condition.spec(12))
                .isEqualTo(Architectures.named("cnn-deep", 200, Activation.named("exponential:2"), 12)
                        .withoutBatchNorm());
        assertThat(condition.initialization().name()).isEqualTo("he-normal");
        assertThat(condition.scale()).isEqualTo(2);
        assertThat(condition.group()).isEqualTo(Group.INIT);
    }

    @Test
    void onlyTaskThreeDependsOnTheNumberOfExplainedSequences() {
        assertThat(whole())
                .allSatisfy(trial -> assertThat(trial.sizes().explained())
                        .isEqualTo(trial.condition().task() == PaperTask.BILLBOARD ? 500 : 0));
    }

    @Test
    void everyPublishedFigureIsOfACondition() {
        List<Condition> conditions =
                whole().stream().map(TrialKey::condition).distinct().toList();
        assertThat(PublishedFigures.conditions())
                .allSatisfy(condition -> assertThat(conditions).contains(condition));
    }
}

package org.expomotif.command.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.expomotif.benchmark.paper.Group;
import org.expomotif.benchmark.paper.PaperTask;
import org.expomotif.benchmark.paper.TrialPlan;
import org.expomotif.command.option.OptionMixin;
import picocli.CommandLine.Option;

/** The options of the task {@code paper} alone, as a mixin. */
final class PaperOptions extends OptionMixin {
    @Option(
            names = "--tasks",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description = "paper: tasks of the study, in the order of their first trials. Default: 1,3.")
    private List<Integer> tasks = new ArrayList<>();

    @Option(
            names = "--groups",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description = "paper: plain, modified, scale and init, the groups of conditions. Default: all.")
    private List<String> groups = new ArrayList<>();

    @Option(names = "--plan", description = "paper: list the trials, each done or left, and run none.")
    private boolean plan;

    PaperOptions() {}

    /** Whether the trials are only listed. */
    boolean isPlan() {
        return plan;
    }

    /** Rejects these options, for another task. */
    void checkAbsent() {
        check(tasks.isEmpty() && groups.isEmpty() && !plan, "--tasks, --groups and --plan apply to paper");
    }

    /** The part of the study to run; rejects names that it does not have. */
    TrialPlan.Selection selection(List<String> networks, List<String> activations, OptionalInt trials) {
        List<PaperTask> chosen = tasks();
        require("--networks", TrialPlan.networks(chosen), networks);
        require("--activations", TrialPlan.activations(chosen), activations);
        require("--groups", Group.names(), groups);
        return new TrialPlan.Selection(
                chosen, groups.stream().map(Group::named).toList(), networks, activations, trials);
    }

    private List<PaperTask> tasks() {
        List<Integer> known = PaperTask.numbers();
        for (int task : tasks) {
            check(known.contains(task), "--tasks: expected some of 1, 3; found " + task);
        }
        return (tasks.isEmpty() ? known : tasks)
                .stream().distinct().map(PaperTask::numbered).toList();
    }

    private void require(String option, Collection<String> known, List<String> found) {
        for (String name : found) {
            check(known.contains(name), option + ": expected some of " + String.join(", ", known) + "; found " + name);
        }
    }
}

package org.expomotif.benchmark.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.network.spec.Initialization;

/**
 * A condition of the study and its number of trials.
 *
 * @param condition what is trained
 * @param trials number of trials
 */
record Cell(Condition condition, int trials) {
    static final List<String> MAIN = List.of("exponential", "relu");
    static final List<String> OTHERS = List.of("sigmoid", "tanh", "softplus", "linear", "elu");
    private static final int MAIN_TRIALS = 10;
    private static final int PLAIN_TRIALS = 3;
    private static final int CONTROL_TRIALS = 2;

    /** The activations of Task 1 that test why the exponential works. */
    private static final List<String> SHIFTED_OR_SCALED = List.of(
            "shift-relu",
            "scale-relu",
            "shift-scale-relu",
            "shift-tanh",
            "scale-tanh",
            "shift-scale-tanh",
            "shift-sigmoid",
            "scale-sigmoid",
            "shift-scale-sigmoid");

    /** The modified activations that the study reports for Task 3; log-relu follows, without and with L2. */
    private static final List<String> ATTRIBUTED =
            List.of("shift-scale-relu", "shift-scale-tanh", "shift-scale-sigmoid", "exp-relu");

    private static final String LOG = "log-relu";
    private static final List<String> SCALES = List.of("0.001", "0.01", "0.1", "0.5", "2", "3", "4", "5");
    private static final List<String> DEVIATIONS = List.of("0.001", "0.01", "0.1", "1", "5");
    private static final String DEEP = "cnn-deep";

    /** The cells of a task, those that the study is about first. */
    static List<Cell> of(PaperTask task) {
        List<Cell> cells = new ArrayList<>();
        for (String network : task.networks()) {
            boolean whole = task == PaperTask.BILLBOARD || network.equals(DEEP);
            MAIN.forEach(name -> cells.add(plain(task, network, name, whole ? MAIN_TRIALS : PLAIN_TRIALS)));
        }
        for (String network : task.networks()) {
            OTHERS.forEach(name -> cells.add(plain(task, network, name, PLAIN_TRIALS)));
        }
        switch (task) {
            case CLASSES -> cells.addAll(controls());
            case BILLBOARD -> task.networks().forEach(network -> cells.addAll(attributed(network)));
        }
        return cells;
    }

    /** Whether this is the exponential or ReLU, trained as in the study. */
    boolean isMain() {
        return condition.group() == Group.PLAIN && MAIN.contains(condition.activation());
    }

    private static Cell plain(PaperTask task, String network, String activation, int trials) {
        return new Cell(Condition.of(task, network, activation), trials);
    }

    private static List<Cell> controls() {
        List<Cell> cells = new ArrayList<>();
        SHIFTED_OR_SCALED.forEach(name -> cells.add(control(deep(name))));
        SCALES.forEach(factor -> cells.add(control(deep("exponential:" + factor))));
        for (String activation : MAIN) {
            Stream.concat(
                            Initialization.names().stream().filter(name -> !name.equals(Condition.INIT)),
                            DEVIATIONS.stream().map(deviation -> "normal:" + deviation))
                    .forEach(init -> cells.add(control(deep(activation).withInit(init))));
        }
        Initialization.names()
                .forEach(init ->
                        cells.add(control(deep("exponential").withInit(init).withoutBatchNorm())));
        return cells;
    }

    private static List<Cell> attributed(String network) {
        List<Cell> cells = new ArrayList<>();
        ATTRIBUTED.forEach(name -> cells.add(control(Condition.of(PaperTask.BILLBOARD, network, name))));
        Condition log = Condition.of(PaperTask.BILLBOARD, network, LOG);
        cells.add(control(log.withL2(0)));
        cells.add(control(log));
        return cells;
    }

    private static Condition deep(String activation) {
        return Condition.of(PaperTask.CLASSES, DEEP, activation);
    }

    private static Cell control(Condition condition) {
        return new Cell(condition, CONTROL_TRIALS);
    }
}

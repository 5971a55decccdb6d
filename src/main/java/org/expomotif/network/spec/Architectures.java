package org.expomotif.network.spec;

import java.util.List;
import java.util.Set;
import org.expomotif.network.spec.LayerSpec.Convolution;
import org.expomotif.network.spec.LayerSpec.Dense;
import org.expomotif.network.spec.LayerSpec.MaxPool;
import org.expomotif.network.spec.LayerSpec.Padding;
import org.expomotif.network.spec.LayerSpec.Residual;
import org.expomotif.run.UserException;

/**
 * The seven networks of Koo and Ploenzke, Nature Machine Intelligence 3, 258-266 (2021), by name.
 *
 * <p>First-layer kernels have width 19 and padding {@code same}; deeper layers use ReLU. The networks accept any input
 * length that leaves at least one position in every layer.
 */
public final class Architectures {
    private static final List<String> NAMES =
            List.of("cnn-2", "cnn-50", "cnn-deep", "cnn-local", "cnn-dist", "basset", "residualbind");
    private static final Set<String> DOUBLED = Set.of("cnn-2", "cnn-50", "cnn-deep");
    private static final int DOUBLED_LENGTH = 1000;
    private static final int FIRST_WIDTH = 19;

    private final Activation first;
    private final int factor;

    private Architectures(Activation first, int factor) {
        this.first = first;
        this.factor = factor;
    }

    /** The names. */
    public static List<String> names() {
        return NAMES;
    }

    /** Whether there is a network with this name. */
    public static boolean has(String name) {
        return NAMES.contains(name);
    }

    /**
     * A network with the widths of the study: for input of 1,000 bases cnn-2, cnn-50 and cnn-deep have twice as many
     * filters and units.
     *
     * @param activation the first layer's activation
     * @throws UserException when there is no such network or the input is too short for it
     */
    public static NetworkSpec named(String name, int inputLength, Activation activation, int classes) {
        int factor = DOUBLED.contains(name) && inputLength == DOUBLED_LENGTH ? 2 : 1;
        return named(name, inputLength, activation, classes, factor);
    }

    /**
     * A network with multiplied numbers of filters and units.
     *
     * @param activation the first layer's activation
     * @param widthFactor factor of every number of filters and units; at least 1
     * @throws UserException when there is no such network or the input is too short for it
     */
    public static NetworkSpec named(String name, int inputLength, Activation activation, int classes, int widthFactor) {
        if (widthFactor < 1) {
            throw new IllegalArgumentException("width factor " + widthFactor);
        }
        return new NetworkSpec(name, inputLength, classes, new Architectures(activation, widthFactor).layers(name));
    }

    private List<LayerSpec> layers(String name) {
        return switch (name) {
            case "cnn-2" -> List.of(first(32, 0.1), same(2), deep(124, 5, Padding.SAME, 0.1), same(50), dense(512));
            case "cnn-50" -> List.of(first(32, 0.1), same(50), deep(124, 5, Padding.SAME, 0.1), same(2), dense(512));
            case "cnn-deep" ->
                List.of(
                        first(32, 0.1),
                        deep(48, 7, Padding.SAME, 0.2),
                        valid(4),
                        deep(96, 7, Padding.VALID, 0.3),
                        valid(4),
                        deep(128, 3, Padding.VALID, 0.4),
                        valid(3),
                        dense(512));
            case "cnn-local" -> List.of(first(24, 0.1), valid(50), deep(48, 3, Padding.SAME, 0.2), valid(2), dense(96));
            case "cnn-dist" ->
                List.of(
                        first(24, 0.1),
                        deep(32, 7, Padding.SAME, 0.2),
                        valid(4),
                        deep(48, 7, Padding.VALID, 0.3),
                        valid(4),
                        deep(64, 3, Padding.VALID, 0.4),
                        same(3),
                        dense(96));
            case "basset" ->
                List.of(
                        first(300, 0.2),
                        valid(3),
                        deep(200, 11, Padding.VALID, 0.2),
                        valid(4),
                        deep(200, 7, Padding.VALID, 0.2),
                        valid(4),
                        dense(1000),
                        dense(1000));
            case "residualbind" ->
                List.of(
                        first(24, 0.1),
                        new Residual(5, true),
                        valid(10),
                        deep(48, 7, Padding.SAME, 0.3),
                        valid(5),
                        deep(64, 3, Padding.VALID, 0.4),
                        valid(4),
                        dense(96));
            default ->
                throw new UserException("unknown network")
                        .expected("one of " + String.join(", ", NAMES) + ", or a file that describes one")
                        .found("'" + name + "'");
        };
    }

    private LayerSpec first(int filters, double dropout) {
        return new Convolution(filters * factor, FIRST_WIDTH, Padding.SAME, true, first, dropout);
    }

    private LayerSpec deep(int filters, int width, Padding padding, double dropout) {
        return new Convolution(filters * factor, width, padding, true, Activation.named("relu"), dropout);
    }

    private LayerSpec dense(int units) {
        return new Dense(units * factor, true, Activation.named("relu"), 0.5);
    }

    private static LayerSpec same(int size) {
        return new MaxPool(size, Padding.SAME);
    }

    private static LayerSpec valid(int size) {
        return new MaxPool(size, Padding.VALID);
    }
}

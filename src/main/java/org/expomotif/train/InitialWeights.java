package org.expomotif.train;

import java.util.List;
import java.util.Objects;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;

/**
 * The weights of a trained model as the initial weights of another training (fine-tuning). Running statistics are
 * copied too; the state of the optimiser is not. The output layer is copied only when the classes and their order are
 * the same.
 */
public final class InitialWeights {
    private static final String OUTPUT = "output/";

    private final String path;
    private final Model model;
    private final boolean sameClasses;

    private InitialWeights(String path, Model model, boolean sameClasses) {
        this.path = path;
        this.model = model;
        this.sameClasses = sameClasses;
    }

    /**
     * Reads the model and compares it with the network to be trained; dropout may differ.
     *
     * @throws UserException when the file is not a model, or its layers or input length differ
     */
    public static InitialWeights read(String path, NetworkSpec spec, List<String> classes) {
        Model model = Model.read(path);
        NetworkSpec given = model.network().spec();
        if (given.inputLength() != spec.inputLength()) {
            throw new UserException("the input length of the model to start from differs from the sequence length")
                    .in(path)
                    .expected(spec.inputLength() + " bases, the length of the sequences")
                    .found(given.inputLength() + " bases");
        }
        List<LayerSpec> expected = spec.withoutDropout().layers();
        List<LayerSpec> found = given.withoutDropout().layers();
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String here = i < expected.size() ? text(expected.get(i)) : "the output layer";
            String there = i < found.size() ? text(found.get(i)) : "the output layer";
            if (!here.equals(there)) {
                throw new UserException("the model to start from has other layers")
                        .in(path)
                        .atRecord("layer " + (i + 1))
                        .expected(here + " of " + spec.name())
                        .found(there + " of " + given.name())
                        .remedy("train with the network and activation of that model");
            }
        }
        return new InitialWeights(path, model, model.info().classes().equals(classes));
    }

    /** A layer as text, without its dropout, which may differ. */
    private static String text(LayerSpec layer) {
        return layer.toString().replaceAll(", dropout=[0-9.E-]+", "");
    }

    /** A note for the user. */
    public String note() {
        return "starting from the weights of " + path
                + (sameClasses
                        ? ""
                        : "; its classes were " + String.join(", ", model.info().classes())
                                + ", so the output layer is new");
    }

    /** Copies the weights into a network. */
    public void fill(Network network) {
        network.parameters().forEach((name, parameter) -> {
            if (sameClasses || !name.startsWith(OUTPUT)) {
                float[] from = Objects.requireNonNull(
                                model.network().parameters().get(name))
                        .values();
                System.arraycopy(from, 0, parameter.values(), 0, from.length);
            }
        });
        network.weightsChanged();
    }
}

package org.expomotif.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the network, with its mathematics: forward, backward, and their training forms. A layer holds its
 * parameters; the numbers of a pass are in a {@link Workspace}, so passes can run side by side.
 *
 * <p>Evaluation works sample by sample (running statistics, no dropout).
 */
abstract class Layer {
    /** Rows and channels of one sample. */
    record Extent(int length, int channels) {
        int size() {
            return length * channels;
        }
    }

    /** Place in the list of layers: reads edge {@code index}, writes edge {@code index + 1}. */
    final int index;

    final Extent in;
    final Extent out;
    final Kernels kernels;

    Layer(int index, Extent in, Extent out, Kernels kernels) {
        this.index = index;
        this.in = in;
        this.out = out;
        this.kernels = kernels;
    }

    /** The edge that this layer writes. */
    int exit() {
        return index + 1;
    }

    /** The parameters, in the order of the model file. */
    List<Parameter> parameters() {
        return List.of();
    }

    /** Value of edge {@code index + 1} from edge {@code index}, evaluation mode. */
    abstract void forward(Workspace w, int from, int to);

    /** Gradient at edge {@code index} from that at edge {@code index + 1}, evaluation mode. */
    abstract void backward(Workspace w, int from, int to);

    /**
     * DeepLIFT's multipliers at edge {@code index} from those at edge {@code index + 1}, by the rescale rule,
     * evaluation mode. The multipliers are in the places of the references, {@code from} to {@code to}; the values of
     * reference r are compared with those of the sample at place {@code sampleOf[r]}. For a linear layer they are
     * gradients.
     */
    void rescale(Workspace w, int[] sampleOf, int from, int to) {
        backward(w, from, to);
    }

    /** First row of the output that reads row {@code row} of the input or a later one. */
    int reachFrom(int row) {
        return row;
    }

    /** The row of the output after the last that reads a row of the input before {@code end}. */
    int reachEnd(int end) {
        return end;
    }

    /** First row of the input that row {@code row} of the output reads; may lie before the input. */
    int needFrom(int row) {
        return row;
    }

    /** The row of the input after the last that an output row before {@code end} reads; may lie behind the input. */
    int needEnd(int end) {
        return end;
    }

    /** The edges that are read. */
    int[] reads() {
        return new int[] {index};
    }

    /**
     * Rows {@code from} to {@code end} of the output of samples 0 to {@code samples - 1}, by the operations of
     * {@link #forward}; no layer behind a dense one is asked.
     */
    void forwardRows(Workspace w, int samples, int from, int end) {
        if (!sharesValue()) {
            throw new IllegalStateException("rows of " + this);
        }
    }

    /** Adds the training-mode forward pass. */
    void planForward(Program program, Workspace w, Pass pass) {
        program.flow((part, from, to) -> forward(w, from, to));
    }

    /** Adds the training-mode backward pass, gradients of the parameters included. */
    void planBackward(Program program, Workspace w, Pass pass) {
        program.flow((part, from, to) -> backward(w, from, to));
    }

    /** What a training step knows beside the workspace. */
    interface Pass {
        /** Codes of the batch's sequences. */
        byte[][] codes();

        /** Samples in the batch. */
        int size();

        /** A seed that no other step has. */
        long seed();
    }

    /** Rearranges the parameters for the kernels, one of {@link Program#PARTS} parts of the work. */
    void pack(int part) {}

    /** Whether the output is the input's own array, changed in place or not at all. */
    boolean sharesValue() {
        return false;
    }

    /** Whether the gradient of the input takes the place of that of the output. */
    boolean sharesGradient() {
        return false;
    }

    /** Zero rows before and after each sample that the input must have. */
    int[] valueMargins() {
        return new int[2];
    }

    /** Zero rows before and after each sample that the gradient of the output must have. */
    int[] gradientMargins() {
        return new int[2];
    }

    /**
     * Of how many samples at a time, a power of two, training reads the gradient of the output, in the same stage that
     * writes it; 0 when it is read later and must be kept.
     */
    int gradientGroup() {
        return 0;
    }

    /** Whether training writes the gradient of the input for a whole part of the batch at once. */
    boolean takesWholeParts() {
        return false;
    }

    /** Arrays kept from forward to backward. */
    @Nullable
    Object scratch(int samples, Workspace.Purpose purpose) {
        return null;
    }

    /** In how many arrays the gradient of a parameter is summed. */
    int partials(Parameter parameter) {
        return Program.PARTS;
    }
}

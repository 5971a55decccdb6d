package org.expomotif.network.layer;

import java.util.List;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.parallel.StepProgram;
import org.jspecify.annotations.Nullable;

/**
 * A layer of the network: its forward and backward pass in evaluation and in training. A layer holds its parameters;
 * the values of a pass are in a {@link Workspace}, so passes can run concurrently.
 *
 * <p>Evaluation works sample by sample (running statistics, no dropout).
 */
public abstract class Layer {
    /** Rows and channels of one sample. */
    public record Extent(int length, int channels) {
        public int size() {
            return length * channels;
        }
    }

    /** Index in the list of layers. The layer reads edge {@code index} and writes edge {@code index + 1}. */
    final int index;

    public final Extent in;
    public final Extent out;
    public final Kernels kernels;

    Layer(int index, Extent in, Extent out, Kernels kernels) {
        this.index = index;
        this.in = in;
        this.out = out;
        this.kernels = kernels;
    }

    /** The edge that this layer writes. */
    public int exit() {
        return index + 1;
    }

    /** The parameters, in the order of the model file. */
    public List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Computes the value at edge {@code index + 1} from edge {@code index} for samples {@code from} to {@code to}, in
     * evaluation mode.
     */
    public abstract void forward(Workspace w, int from, int to);

    /** Computes the gradient at edge {@code index} from edge {@code index + 1}, in evaluation mode. */
    public abstract void backward(Workspace w, int from, int to);

    /**
     * Computes DeepLIFT's multipliers at edge {@code index} from edge {@code index + 1} by the rescale rule, in
     * evaluation mode. References are at places {@code from} to {@code to} of the workspace; the multipliers take the
     * gradient arrays of the same places. Reference r is compared with the sample at place {@code sampleOf[r]}. For a
     * linear layer the multipliers are the gradients.
     */
    public void rescale(Workspace w, int[] sampleOf, int from, int to) {
        backward(w, from, to);
    }

    /** The first output row that depends on input row {@code row} or a later one. */
    public int reachFrom(int row) {
        return row;
    }

    /** The output row after the last one that depends on an input row before {@code end}. */
    public int reachEnd(int end) {
        return end;
    }

    /** The first input row that output row {@code row} depends on; it may lie before the input. */
    public int needFrom(int row) {
        return row;
    }

    /**
     * The input row after the last one that an output row before {@code end} depends on; it may lie after the input.
     */
    public int needEnd(int end) {
        return end;
    }

    /** The edges that the layer reads. */
    public int[] reads() {
        return new int[] {index};
    }

    /**
     * Computes output rows {@code from} to {@code end} of samples 0 to {@code samples - 1}, by the operations of
     * {@link #forward}. Never called for a dense layer or a layer after it.
     */
    public void forwardRows(Workspace w, int samples, int from, int end) {
        if (!sharesValue()) {
            throw new IllegalStateException("rows of " + this);
        }
    }

    /** Adds the training-mode forward pass. */
    public void planForward(StepProgram program, Workspace w, Pass pass) {
        program.perGroup((part, from, to) -> forward(w, from, to));
    }

    /** Adds the training-mode backward pass, including the gradients of the parameters. */
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        program.perGroup((part, from, to) -> backward(w, from, to));
    }

    /** The inputs of a training step besides the workspace. */
    public interface Pass {
        /** Codes of the batch's sequences. */
        byte[][] codes();

        /** Samples in the batch. */
        int size();

        /** A seed that is unique to this step. */
        long seed();
    }

    /** Rearranges the parameters for the kernels: one of {@link StepProgram#PARTS} parts of the work. */
    public void pack(int part) {}

    /** Whether the output uses the array of the input, which is changed in place or not at all. */
    boolean sharesValue() {
        return false;
    }

    /** Whether the gradient of the input uses the array of the gradient of the output. */
    boolean sharesGradient() {
        return false;
    }

    /** Required zero rows before and after each sample in the input. */
    int[] valueMargins() {
        return new int[2];
    }

    /** Required zero rows before and after each sample in the gradient of the output. */
    int[] gradientMargins() {
        return new int[2];
    }

    /**
     * The number of samples per group, a power of two, if training reads the gradient of the output in the stage that
     * writes it; 0 if the gradient is read in a later stage and must be kept.
     */
    int gradientGroup() {
        return 0;
    }

    /** Whether training computes the gradient of the input for a whole part of the batch at once. */
    boolean takesWholeParts() {
        return false;
    }

    /** Creates the arrays that are kept from the forward to the backward pass; null if there are none. */
    @Nullable
    Object scratch(int samples, Workspace.Purpose purpose) {
        return null;
    }

    /** The number of arrays over which the gradient of a parameter is summed. */
    int partials(Parameter parameter) {
        return StepProgram.PARTS;
    }
}

package org.expomotif.train;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.network.Network;
import org.expomotif.network.TrainerState;
import org.expomotif.network.layer.Parameter;
import org.expomotif.run.AtomicFile;
import org.expomotif.run.UserException;

/**
 * The state from which an interrupted training continues as if it had not been interrupted. It is written after every
 * epoch, whole or not at all, so that a usable checkpoint is left when the process is killed.
 *
 * @param run the options and a digest of the data, by name; a run with other values cannot continue from the checkpoint
 * @param history all epochs of all trials so far; training continues after the last row
 * @param state weights and state of the optimiser after that epoch
 * @param best weights of the best epoch of the trial, by name; empty when the weights of the last epoch are kept
 */
record Checkpoint(Map<String, String> run, List<HistoryRow> history, TrainerState state, Map<String, float[]> best) {
    private static final String MAGIC = "expomotif checkpoint 2";
    private static final int CHUNK = 1 << 16;

    /** Writes the file. */
    void write(String path) {
        try (AtomicFile file = AtomicFile.open(Path.of(path))) {
            DataOutputStream out = new DataOutputStream(file.stream());
            out.writeUTF(MAGIC);
            out.writeInt(run.size());
            for (Map.Entry<String, String> option : run.entrySet()) {
                out.writeUTF(option.getKey());
                out.writeUTF(option.getValue());
            }
            out.writeInt(history.size());
            for (HistoryRow row : history) {
                out.writeInt(row.trial());
                out.writeInt(row.epoch());
                out.writeDouble(row.learningRate());
                out.writeDouble(row.trainLoss());
                out.writeDouble(row.validLoss());
                out.writeDouble(row.validAuroc());
                out.writeDouble(row.validAupr());
            }
            out.writeLong(state.steps());
            out.writeDouble(state.learningRate());
            writeArrays(out, state.weights());
            writeArrays(out, state.means());
            writeArrays(out, state.squares());
            writeArrays(out, best);
            out.flush();
            file.commit();
        } catch (IOException e) {
            throw new UserException("the checkpoint cannot be written (" + e.getMessage() + ")", e).in(path);
        }
    }

    /**
     * Reads the file, if there is one.
     *
     * @throws UserException when the file is not a checkpoint of this version
     */
    static Optional<Checkpoint> read(String path) {
        if (!Files.exists(Path.of(path))) {
            return Optional.empty();
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(path)), 1 << 16))) {
            if (!in.readUTF().equals(MAGIC)) {
                throw unusable(path);
            }
            Map<String, String> run = new LinkedHashMap<>();
            for (int n = in.readInt(); n > 0; n--) {
                run.put(in.readUTF(), in.readUTF());
            }
            List<HistoryRow> history = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                history.add(new HistoryRow(
                        in.readInt(),
                        in.readInt(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble()));
            }
            TrainerState state =
                    new TrainerState(in.readLong(), in.readDouble(), readArrays(in), readArrays(in), readArrays(in));
            return Optional.of(new Checkpoint(run, history, state, readArrays(in)));
        } catch (IOException e) {
            throw unusable(path);
        }
    }

    /**
     * Rejects options or data that differ from those of the interrupted run.
     *
     * @param now the options and the digest of the data of this run, by name
     */
    void requireSame(Map<String, String> now, String path) {
        for (Map.Entry<String, String> option : now.entrySet()) {
            String then = run.getOrDefault(option.getKey(), "nothing");
            if (!then.equals(option.getValue())) {
                throw new UserException("the checkpoint is of another run")
                        .in(path)
                        .expected(option.getKey() + " " + then)
                        .found(option.getKey() + " " + option.getValue())
                        .remedy("give the options and files of that run, or leave out --resume");
            }
        }
    }

    /**
     * Rejects a checkpoint that a run of {@code trials} trials of this network cannot have written.
     *
     * @throws UserException when the rows of the history do not follow one another, or an array is missing or has a
     *     length that differs from the network's
     */
    void requireFit(Network network, int trials, String path) {
        int trial = 0;
        int epoch = 0;
        for (HistoryRow row : history) {
            boolean next = row.trial() == trial && row.epoch() == epoch + 1;
            boolean first = row.trial() == trial + 1 && row.epoch() == 1;
            if (!next && !first) {
                throw damaged("its history is not in order", path);
            }
            trial = row.trial();
            epoch = row.epoch();
        }
        if (trial < 1 || trial > trials) {
            throw damaged("its history ends with trial " + trial + " of " + trials, path);
        }
        if (state.steps() < 0 || !(state.learningRate() > 0) || Double.isInfinite(state.learningRate())) {
            throw damaged("its steps or its learning rate are not numbers above 0", path);
        }
        for (Parameter parameter : network.parameters().values()) {
            boolean fits = fits(state.weights(), parameter)
                    && (!parameter.trained() || fits(state.means(), parameter) && fits(state.squares(), parameter))
                    && (best.isEmpty() || fits(best, parameter));
            if (!fits) {
                throw damaged("its weights " + parameter.name() + " are not those of the network", path);
            }
        }
    }

    private static boolean fits(Map<String, float[]> arrays, Parameter parameter) {
        float[] values = arrays.get(parameter.name());
        return values != null && values.length == parameter.values().length;
    }

    private static UserException damaged(String how, String path) {
        return new UserException("the checkpoint is damaged (" + how + ")")
                .in(path)
                .remedy("delete it, or leave out --resume");
    }

    private static UserException unusable(String path) {
        return new UserException("this is not a checkpoint of this version")
                .in(path)
                .remedy("delete it, or leave out --resume");
    }

    private static void writeArrays(DataOutputStream out, Map<String, float[]> arrays) throws IOException {
        out.writeInt(arrays.size());
        for (Map.Entry<String, float[]> array : arrays.entrySet()) {
            out.writeUTF(array.getKey());
            out.writeInt(array.getValue().length);
            for (float value : array.getValue()) {
                out.writeInt(Float.floatToRawIntBits(value));
            }
        }
    }

    private static Map<String, float[]> readArrays(DataInputStream in) throws IOException {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            arrays.put(in.readUTF(), readArray(in));
        }
        return arrays;
    }

    /** Reads an array. Memory grows with the numbers that are read, regardless of the length in the file. */
    private static float[] readArray(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new IOException("an array of " + length + " numbers");
        }
        float[] values = new float[Math.min(length, CHUNK)];
        for (int i = 0; i < length; i++) {
            values = i < values.length ? values : Arrays.copyOf(values, (int) Math.min(length, 2L * i));
            values[i] = Float.intBitsToFloat(in.readInt());
        }
        return values;
    }
}

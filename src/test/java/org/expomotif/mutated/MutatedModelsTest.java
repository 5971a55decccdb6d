package org.expomotif.mutated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.numpy.ArrayShards;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models, networks and arrays with random faults. */
class MutatedModelsTest {
    private static final String NETWORK = "{\"name\": \"x\", \"layers\": [{\"type\": \"convolution\", \"filters\": 4, "
            + "\"width\": 5, \"padding\": \"same\"}, {\"type\": \"residual\", \"width\": 3}, {\"type\": \"max-pool\", "
            + "\"size\": 2}, {\"type\": \"dense\", \"units\": 3, \"dropout\": 0.5}]}";

    @TempDir
    private Path folder;

    @Test
    void networks() {
        new Mutation(folder).of(NETWORK, file -> NetworkSpec.read(file, 20, 2));
    }

    @Test
    void models() throws IOException {
        NetworkSpec spec = new NetworkSpec(
                "tiny",
                8,
                1,
                List.of(
                        new LayerSpec.Convolution(2, 3, LayerSpec.Padding.SAME, true, Activation.named("relu"), 0),
                        new LayerSpec.MaxPool(4, LayerSpec.Padding.VALID)));
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 1);
        Path whole = folder.resolve("whole.zip");
        new Model(network, ModelInfo.of(spec, List.of("c"), Map.of("--seed", "1"), Map.of("loss", 0.5), 1, "0"))
                .write(whole.toString());
        Mutation mutation = new Mutation(folder);
        mutation.of(Files.readAllBytes(whole), file -> Model.read(file));
        mutation.ofEntries(Files.readAllBytes(whole), 4, file -> Model.read(file));
    }

    @Test
    void arrays() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Npz.add(zip, "arr_0", NpyArray.of(new float[12], 2, 2, 3));
            Npz.add(zip, "ids", NpyArray.of(new String[] {"a", "b"}));
            Npz.add(zip, "run", NpyArray.of(new String[] {"r"}));
            Npz.add(zip, "part", NpyArray.of(new String[] {"r", "part 1 of 1; expomotif merge puts them together"}));
        }
        Mutation mutation = new Mutation(folder);
        mutation.of(bytes.toByteArray(), file -> Npz.read(file));
        mutation.ofEntries(bytes.toByteArray(), 4, file -> Npz.read(file));
        mutation.of(bytes.toByteArray(), this::merge);
        mutation.ofEntries(bytes.toByteArray(), 4, this::merge);
    }

    private void merge(String file) {
        try (ArrayShards parts = ArrayShards.open(List.of(file))) {
            parts.write(folder.resolve("whole.npz").toString());
        }
    }
}

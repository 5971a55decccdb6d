package org.expomotif.testing;

import java.nio.file.Path;

/** The description of a network of four filters that trains in a moment. */
public final class TinyNetwork {
    private static final String JSON = """
            {"name": "tiny", "layers": [
              {"type": "convolution", "filters": 4, "width": 11, "padding": "same", "activation": "exponential"},
              {"type": "max-pool", "size": 20},
              {"type": "dense", "units": 8}]}
            """;

    private TinyNetwork() {}

    /** Writes the description as JSON, and returns its path. */
    public static Path write(Path file) {
        return TextFile.write(file, JSON);
    }
}

package org.expomotif.fuzz;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One parser under test.
 *
 * @param name what the runner calls it
 * @param parser hands bytes to the parser
 */
record Target(String name, Parser parser) {
    /** Writes the input as the files that the program would find, and reads them. */
    @FunctionalInterface
    interface Parser {
        /**
         * Parses one input.
         *
         * @param input bytes from the fuzzer
         * @param folder for files; what earlier inputs left there may be overwritten
         */
        void parse(byte[] input, Path folder) throws IOException;
    }
}

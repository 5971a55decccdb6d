package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.expomotif.testing.CommandLineRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Option values that are too large for any machine are rejected with the allowed range, before any file is read. */
class AbsurdNumbersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "synth classes --out-dir @/d -n 2147483647 | -n: expected a whole number of 1 to 100000000, found 2147483647",
                "synth classes --out-dir @/d --length 2000000000 | --length: expected a whole number of 1 to 10000000",
                "synth billboard --out-dir @/d --length 2147483647 | --length: expected a whole number of 1 to 10000000",
                "benchmark attribution --out-dir @/d -n 2147483647 | --number: expected a whole number of 1 to 100000000",
                "benchmark attribution --out-dir @/d --trials 2147483647 | --trials: expected a whole number of 1 to 10000",
                "train --sequences x --labels x --network cnn-2 -o x --trials 2147483647 | --trials: expected a whole number",
                "train --sequences x --labels x --network cnn-2 -o x --width-factor 2147483647 | --width-factor: expected a",
            })
    void areRefusedWithTheirRange(String line, String message) {
        CommandLineRun.parse(folder, line).run().isRefused(2, message);
        assertThat(folder.resolve("d")).doesNotExist();
    }
}

package org.expomotif.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.expomotif.command.Commands;
import org.expomotif.run.ShellWords;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParseResult;

class RepeatedRunTest {
    @Test
    void onlyWhatWasGivenIsRepeatedInTheOrderOfTheHelp() {
        ParseResult given = Commands.commandLine(Commands.find("scan").orElseThrow())
                .parseArgs(
                        "-o",
                        "x.bed",
                        "--sort",
                        "--threads",
                        "2",
                        "--sequences",
                        "my s.fa",
                        "--motif",
                        "b",
                        "--motif",
                        "a",
                        "--motifs=m.meme",
                        "--qvalue");
        assertThat(ShellWords.line(RepeatedRun.words(given, StandardOptions::affectsResult)))
                .isEqualTo("scan --motifs m.meme --motif b --motif a --sequences 'my s.fa' --qvalue 1 --sort");
    }
}

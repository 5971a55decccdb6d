package org.expomotif.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardOptions;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.io.Outputs;
import org.expomotif.io.track.Bed;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.run.StandardError;
import org.expomotif.synth.StudyMotifs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates data and runs the whole analysis on them with the commands that a user would type. */
@Command(
        description = {
            "Run a whole analysis on simulated sequences: simulate, train, match, scan, explain",
            "",
            "Every step is a command of this program; it is shown before it runs and written to commands.sh."
        },
        versionProvider = StandardOptions.VersionText.class,
        footer = {
            "  expomotif demo --out-dir demo",
            "",
            "A quick run of some seconds, with a network that learns little:",
            "  expomotif demo --quick --out-dir quick"
        })
final class DemoCommand implements PlannedCommand {
    private static final String SCRIPT = "commands.sh";
    private static final String TARGETS = "jaspar.meme";
    private static final String EXPLAINED = "explained.bed";

    @Option(
            names = "--quick",
            description = "Use few sequences and epochs: a check of some seconds that everything runs.")
    private boolean quick;

    @Mixin
    private OutDirOption outDir;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private StandardOptions standard;

    public DemoCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        List.of(SCRIPT, TARGETS, EXPLAINED, OutDirOption.RECORD).forEach(name -> outDir.plan(plan, name));
        outDir.folder().ifPresent(folder -> {
            for (List<String> step : DemoSteps.of(folder, quick, seed.value())) {
                CommandLine line =
                        Commands.commandLine(Commands.find(step.getFirst()).orElseThrow());
                line.parseArgs(step.subList(1, step.size()).toArray(String[]::new));
                OutputPlan ofStep = new OutputPlan();
                line.<PlannedCommand>getCommand().plan(ofStep);
                ofStep.files().forEach(file -> plan.add(OutDirOption.NAME, folder.toString(), file));
            }
        });
    }

    @Override
    public Integer call() {
        Path folder = outDir.create();
        List<List<String>> steps = DemoSteps.of(folder, quick, seed.value());
        Outputs.write(folder.resolve(SCRIPT).toString(), out -> out.write(DemoSteps.script(steps)));
        int threadCount = threads.count();
        for (List<String> step : steps) {
            if (!standard.isQuiet()) {
                StandardError.line("");
                StandardError.line("$ " + DemoSteps.line(step));
            }
            int code = run(step, folder, threadCount);
            if (code != 0) {
                return code;
            }
        }
        OutDirOption.write(standard.record(), folder);
        System.out.print(DemoSummary.text(folder));
        return 0;
    }

    private int run(List<String> step, Path folder, int threadCount) {
        switch (step.getFirst()) {
            case "tomtom-match" ->
                MemeWriter.write(
                        DemoSteps.at(folder, TARGETS),
                        StudyMotifs.jaspar2016(),
                        List.of("JASPAR 2016 CORE vertebrates (https://jaspar.elixir.no), CC BY 4.0"));
            case "attribute" ->
                Bed.write(
                        DemoSteps.at(folder, EXPLAINED),
                        List.of("planted " + DemoSteps.EXPLAINED),
                        Bed.readAll(folder.resolve("data").resolve("sites.bed").toString()).stream()
                                .filter(site -> site.name().equals(DemoSteps.EXPLAINED_MOTIF))
                                .toList());
            default -> {}
        }
        List<String> arguments = new ArrayList<>(step);
        Commands.Entry entry = Commands.find(step.getFirst()).orElseThrow();
        if (Commands.commandLine(entry).getCommandSpec().findOption("--threads") != null) {
            arguments.addAll(List.of("--threads", Integer.toString(threadCount)));
        }
        if (standard.isQuiet()) {
            arguments.add("--quiet");
        }
        return Main.run(arguments.toArray(String[]::new));
    }
}

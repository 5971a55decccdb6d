package org.expomotif.command;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.demo.Demo;
import org.expomotif.io.Outputs;
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
        footer = {
            "  expomotif demo --out-dir demo",
            "",
            "A quick run of some seconds, with a network that learns little:",
            "  expomotif demo --quick --out-dir quick"
        })
final class DemoCommand extends StandardCommand {
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

    public DemoCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        Demo.files().forEach(name -> outDir.plan(plan, name));
        outDir.plan(plan, OutDirOption.RECORD);
        outDir.folder().ifPresent(folder -> {
            for (List<String> step : new Demo(folder, quick, seed.value()).steps()) {
                CommandSteps.outputs(step).forEach(file -> plan.add(OutDirOption.NAME, folder.toString(), file));
            }
        });
    }

    @Override
    public Integer call() {
        Path folder = outDir.create();
        Demo demo = new Demo(folder, quick, seed.value());
        demo.writeScript();
        CommandSteps runner = new CommandSteps(standard(), threads.count());
        for (List<String> step : demo.steps()) {
            runner.show(Demo.line(step));
            demo.prepare(step);
            int code = runner.run(step);
            if (code != 0) {
                return code;
            }
        }
        Outputs.writeText(folder.resolve(OutDirOption.RECORD).toString(), record().json());
        System.out.print(demo.summary());
        return 0;
    }
}

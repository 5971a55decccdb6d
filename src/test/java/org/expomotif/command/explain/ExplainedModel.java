package org.expomotif.command.explain;

import java.nio.file.Path;
import java.util.Random;
import org.expomotif.network.model.Model;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.LabelTable;
import org.expomotif.testing.TinyModel;

/**
 * Files of two untrained networks of the study and six sequences of 200 bases, the first with an N: {@code model.zip}
 * of the class core, {@code two.zip} of the classes left and right, {@code s.fa}, {@code labels.tsv}, {@code sites.bed}
 * and {@code short.fa}, whose only sequence has four bases.
 *
 * @param folder the folder of the files
 * @param model the model of one class
 */
record ExplainedModel(Path folder, Model model) {
    static final int LENGTH = 200;

    /** Writes the files into a folder. */
    static ExplainedModel write(Path folder) {
        Model model = TinyModel.untrained("cnn-local", "exponential", 7, "core");
        TinyModel.write(model, folder.resolve("model.zip"));
        TinyModel.write(TinyModel.untrained("cnn-local", "relu", 8, "left", "right"), folder.resolve("two.zip"));
        Random random = new Random(3);
        Fasta fasta = Fasta.empty();
        LabelTable labels = LabelTable.of("core");
        Bed sites = Bed.empty();
        for (int i = 0; i < 6; i++) {
            String start = i == 0 ? Fasta.random(random, 5, "ACGT") + "N" : "";
            fasta.and("s" + i, start + Fasta.random(random, LENGTH - start.length(), "ACGT"));
            labels.and("s" + i, i < 2 ? "train" : "test", i % 2);
            sites.site("s" + i, 20, 40, "M1");
        }
        fasta.write(folder.resolve("s.fa"));
        labels.write(folder.resolve("labels.tsv"));
        sites.write(folder.resolve("sites.bed"));
        Fasta.of("s", "ACGT").write(folder.resolve("short.fa"));
        return new ExplainedModel(folder, model);
    }

    /** Explains the six sequences with the model of one class. */
    CommandResult attribute(String more) {
        return run("attribute --model @/model.zip --sequences @/s.fa " + more);
    }

    /** Runs a command line in which @ stands for the folder. */
    CommandResult run(String line) {
        return CommandLineRun.parse(folder, line).run();
    }

    /** The path of a file. */
    Path file(String name) {
        return folder.resolve(name);
    }
}

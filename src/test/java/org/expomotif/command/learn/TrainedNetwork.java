package org.expomotif.command.learn;

import java.nio.file.Path;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyNetwork;
import org.expomotif.train.PlantedSequences;

/**
 * A folder with 120 sequences of 60 bases ({@code s.fa}), half of them with a planted word, their labels of the class
 * bound ({@code l.tsv}), and a network of four filters ({@code tiny.json}).
 *
 * @param folder the folder
 */
record TrainedNetwork(Path folder) {
    /** Writes the files into a folder. */
    static TrainedNetwork write(Path folder) {
        PlantedSequences planted = new PlantedSequences(120, 60, 1);
        TextFile.write(folder.resolve("s.fa"), planted.fasta());
        planted.labels().write(folder + "/l.tsv");
        TinyNetwork.write(folder.resolve("tiny.json"));
        return new TrainedNetwork(folder);
    }

    /** Trains the network for two epochs. */
    CommandResult train(String more) {
        return run("train --sequences @/s.fa --labels @/l.tsv --network @/tiny.json --epochs 2 --batch 20 " + more);
    }

    /** Runs a command line in which @ stands for the folder. */
    CommandResult run(String line) {
        return CommandLineRun.parse(folder, line).run();
    }
}

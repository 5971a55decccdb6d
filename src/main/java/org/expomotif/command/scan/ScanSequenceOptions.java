package org.expomotif.command.scan;

import java.util.Map;
import java.util.Optional;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.RegionOptions;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.run.Checksum;
import org.expomotif.scan.input.ScanRegions;
import org.expomotif.scan.input.ScanSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The sequences and regions to scan, as a mixin. */
final class ScanSequenceOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--sequences",
            required = true,
            paramLabel = "FILE",
            order = 10,
            description = "Sequences in FASTA, GenBank or .2bit; '-' for standard input.")
    private String sequences = "-";

    @Option(
            names = "--regions",
            paramLabel = "BED",
            order = 12,
            description =
                    "Only sites that lie wholly inside a region; regions that touch are merged. Only columns 1 to 3 are "
                            + "used. From plain or bgzip FASTA only these bases are read, through its .fai index, which is "
                            + "made when it is missing or does not fit.")
    private @Nullable String regions;

    @Option(
            names = "--clip-outside",
            order = 12,
            description = "Clip regions that extend beyond the end of their sequence.")
    private boolean clipOutside;

    @Option(
            names = "--genomic-coordinates",
            order = 13,
            description =
                    "Sequences with headers such as chr7:1000-1020(-) were cut from a genome: report sites on chr7. "
                            + "Headers of bedtools, samtools, UCSC, Ensembl, NCBI, Galaxy and R are read; the length of "
                            + "the sequence shows whether they count from 0 or 1.")
    private boolean genomicCoordinates;

    ScanSequenceOptions() {}

    /** Adds the indexes of the sequences to the files that will be written, if regions are read through them. */
    void plan(OutputPlan plan) {
        if (regions != null) {
            plan.addIndexes("--sequences", sequences);
        }
    }

    /** The file of the sequences. */
    String sequences() {
        return sequences;
    }

    /** Adds the input files with their checksums, or the size of a file that is read in parts only. */
    void addChecksums(ScanSource source, Map<String, String> checksums) {
        checksums.put(sequences, source.readsParts() ? Checksum.ofSize(sequences) : Checksum.of(sequences));
        if (regions != null) {
            checksums.put(regions, Checksum.of(regions));
        }
    }

    /** Checks the options and reads the regions. */
    ScanSource source(RegionOptions rules) {
        rules.check(regions);
        check(!genomicCoordinates || regions == null, "--regions cannot be combined with --genomic-coordinates");
        check(!clipOutside || regions != null, "--clip-outside needs --regions");
        check(
                !clipOutside || rules.rule() == OutsideRule.REFUSE,
                "--clip-outside cannot be combined with --skip-outside; give one");
        OutsideRule rule = clipOutside ? OutsideRule.CLIP : rules.rule();
        return new ScanSource(
                sequences,
                Optional.ofNullable(regions).map(file -> ScanRegions.read(file, rule, rules.listed())),
                genomicCoordinates);
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}

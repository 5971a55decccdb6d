package org.expomotif.command.scan;

import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.RegionOptions;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.scan.input.RegionNames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The sequences and regions to scan, as a mixin. */
final class ScanSequenceOptions extends OptionMixin {
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
                    "Only sites that lie wholly inside a region; regions that overlap or touch are merged, except with "
                            + "--name-regions. From plain or bgzip FASTA only these bases are read, through its .fai index, which is "
                            + "made when it is missing or does not fit.")
    private @Nullable String regions;

    @Option(
            names = "--name-regions",
            order = 12,
            description =
                    "Scan every region on its own and add to each site the name of its region, and the distance of its "
                            + "middle from the summit of narrowPeak, else from the middle of the region.")
    private boolean nameRegions;

    @Option(
            names = "--merge-regions",
            order = 12,
            description = "With --name-regions, merge regions that overlap or touch, and join their names.")
    private boolean mergeRegions;

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

    /** Checks the options. */
    void check(RegionOptions rules) {
        rules.check(regions);
        check(!genomicCoordinates || regions == null, "--regions cannot be combined with --genomic-coordinates");
        check(!nameRegions || regions != null, "--name-regions needs --regions");
        check(!mergeRegions || nameRegions, "--merge-regions needs --name-regions");
        check(!clipOutside || regions != null, "--clip-outside needs --regions");
        check(
                !clipOutside || rules.rule() == OutsideRule.REFUSE,
                "--clip-outside cannot be combined with --skip-outside; give one");
    }

    /** The file of the regions. */
    Optional<String> regions() {
        return Optional.ofNullable(regions);
    }

    /** Whether sites carry the name of their region. */
    RegionNames naming() {
        if (!nameRegions) {
            return RegionNames.NONE;
        }
        return mergeRegions ? RegionNames.MERGED : RegionNames.APART;
    }

    /** The treatment of regions that extend beyond the end of their sequence. */
    OutsideRule rule(RegionOptions rules) {
        return clipOutside ? OutsideRule.CLIP : rules.rule();
    }

    /** Whether the headers of the sequences are read as positions in a genome. */
    boolean genomicCoordinates() {
        return genomicCoordinates;
    }
}

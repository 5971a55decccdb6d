package org.expomotif.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.run.Checksum;
import org.expomotif.run.Progress;
import org.expomotif.scan.ScanRegions;
import org.expomotif.scan.ScanSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which bases are scanned, as a mixin. */
final class ScanPlaceOptions {
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
                    "Only sites that lie wholly inside a region; regions that touch are one. Of plain or bgzip FASTA "
                            + "only these bases are read, by its .fai, which is made when there is none or it does not fit.")
    private @Nullable String regions;

    @Option(
            names = "--genomic-coordinates",
            order = 13,
            description = "Names such as chr7:1001-1020 say where a sequence lies: sites are given on chr7.")
    private boolean genomicCoordinates;

    ScanPlaceOptions() {}

    /** The file of the sequences. */
    String sequences() {
        return sequences;
    }

    /** Adds the input files with their checksums; of a file of which only parts are read, its size. */
    void addChecksums(ScanSource source, Map<String, String> checksums) {
        checksums.put(sequences, source.readsParts() ? Checksum.ofSize(sequences) : Checksum.of(sequences));
        if (regions != null) {
            checksums.put(regions, Checksum.of(regions));
        }
    }

    /** Checks the options and reads the regions. */
    ScanSource source() {
        if (genomicCoordinates && regions != null) {
            throw new ParameterException(spec.commandLine(), "--regions cannot go with --genomic-coordinates");
        }
        return new ScanSource(sequences, Optional.ofNullable(regions).map(ScanRegions::read), genomicCoordinates);
    }

    /** Says which regions lie in no sequence. */
    void noteNotMet(ScanSource source, Progress progress) {
        List<String> names = source.notMet();
        if (!names.isEmpty()) {
            progress.warn(regions + ": " + names.size() + (names.size() == 1 ? " sequence is" : " sequences are")
                    + " not in " + sequences + ": " + String.join(", ", names));
        }
    }
}

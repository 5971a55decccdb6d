package org.expomotif.command.variant;

import java.util.List;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.io.FileSuffix;
import org.expomotif.variant.ScoredFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The format of scored variants, and the names of their fields, as a mixin. */
final class VariantFormatOptions extends OptionMixin {
    /** The format of the output. */
    enum Format {
        /** The input with more INFO fields. */
        VCF,
        /** A table with a row per ALT allele. */
        TSV
    }

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            defaultValue = "EXPO",
            order = 14,
            description = "What the names of the INFO fields begin with. Default: ${DEFAULT-VALUE}.")
    private String prefix = "EXPO";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 15,
            description = "vcf or tsv. Default: by the suffix of the output; vcf for others than .tsv.")
    private @Nullable Format format;

    VariantFormatOptions() {}

    /** Checks the options and the name of the output. */
    void check(String output) {
        check(
                prefix.matches("[A-Za-z_][0-9A-Za-z_.]*"),
                "--prefix: expected a letter or _, then letters, digits, _ or ., found '" + prefix + "'");
        check(
                !FileSuffix.endsIn(output, List.of(".bcf")),
                "--output: BCF is not written; write VCF and convert it with bcftools view -O b");
    }

    /** The text with which the INFO fields begin. */
    String prefix() {
        return prefix;
    }

    /** An output in the format. */
    ScoredFile file(String output) {
        boolean isTable = format == null ? FileSuffix.isOneOf(output, List.of(".tsv")) : format == Format.TSV;
        return new ScoredFile(output, isTable);
    }
}

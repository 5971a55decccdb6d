package org.expomotif.variant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.Outputs;
import org.expomotif.io.track.TabixFile;
import org.expomotif.io.vcf.VcfHeader;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;

/**
 * The destination of a run or of a merge.
 *
 * @param path path of the file, or {@code -}
 * @param isTable whether a table is written, not VCF
 */
public record ScoredFile(String path, boolean isTable) {
    /** The name of the index that is written beside the file; empty if there is none. */
    public Optional<String> nameOfIndex() {
        boolean isIndexed = !isTable && !Outputs.isStandard(path) && FileSuffix.isCompressed(path);
        return isIndexed ? Optional.of(TabixFile.nameOfIndex(path)) : Optional.empty();
    }

    /**
     * Writes the file and its index.
     *
     * @param provenance the record of the run, without what became of the alleles
     * @param records passes all records to the output
     */
    void write(
            VcfHeader header,
            VariantFields fields,
            Significance significance,
            VariantCounts counts,
            Provenance provenance,
            Consumer<VariantOutput> records,
            Progress progress) {
        List<String> comments = new ArrayList<>();
        if (significance.isKnown()) {
            comments.add(significance.comment());
        }
        comments.add(counts.text());
        Provenance known = provenance.with(comments);
        try (VariantOutput output = isTable
                ? new TsvOutput(path, fields, significance, known)
                : new VcfOutput(path, header, fields, significance, known.lines())) {
            records.accept(output);
            output.commit();
            if (output instanceof VcfOutput vcf) {
                nameOfIndex().ifPresent(index -> index(vcf, index, progress));
            }
        }
    }

    private void index(VcfOutput output, String index, Progress progress) {
        if (output.isSorted()) {
            output.written()
                    .filter(written -> !TabixFile.index(written, path, TabixFile.Lines.VCF))
                    .ifPresent(written -> progress.warn(TabixFile.tooLong(path)));
        } else {
            progress.warn(path + ": the records are not sorted by position, so no index is written"
                    + (Files.exists(Path.of(index)) ? "; remove the old one, " + index : "")
                    + "; sort them: bcftools sort");
        }
    }
}

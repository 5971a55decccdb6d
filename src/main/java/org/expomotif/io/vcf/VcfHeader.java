package org.expomotif.io.vcf;

import htsjdk.variant.vcf.VCFHeaderLine;
import htsjdk.variant.vcf.VCFInfoHeaderLine;
import java.util.List;
import java.util.Set;

/**
 * The header of a VCF file.
 *
 * @param lines its lines as {@link VcfText}, without line feeds; the last one has the names of the columns
 * @param infos the identifiers of its INFO fields
 */
public record VcfHeader(List<String> lines, Set<String> infos) {
    /** Copies the collections. */
    public VcfHeader {
        lines = List.copyOf(lines);
        infos = Set.copyOf(infos);
    }

    /** The text of the header with more lines before the one with the names of the columns. */
    public String with(List<VCFInfoHeaderLine> fields, List<String> comments) {
        StringBuilder text = new StringBuilder();
        lines.subList(0, lines.size() - 1).forEach(line -> text.append(line).append('\n'));
        for (VCFHeaderLine field : fields) {
            text.append("##").append(VcfText.encoded(field.toString())).append('\n');
        }
        for (String comment : comments) {
            text.append("##expomotif=").append(VcfText.encoded(comment)).append('\n');
        }
        return text.append(lines.getLast()).append('\n').toString();
    }
}

package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.tribble.readers.TabixReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.io.Outputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabixFileTest {
    @TempDir
    private Path folder;

    @Test
    void theIndexFindsEveryLineOfARange() throws IOException {
        String bed = folder.resolve("a.bed.gz").toString();
        String gff = folder.resolve("a.gff3.gz").toString();
        StringBuilder bedText = new StringBuilder("# a comment\n");
        StringBuilder gffText = new StringBuilder("##gff-version 3\n");
        for (int i = 0; i < 50_000; i++) {
            String name = i < 25_000 ? "chr2" : "chr10";
            int start = i % 25_000 * 10;
            bedText.append(name)
                    .append('\t')
                    .append(start)
                    .append('\t')
                    .append(start + 4)
                    .append("\tm")
                    .append(i);
            bedText.append('\n');
            gffText.append(name)
                    .append("\tx\ty\t")
                    .append(start + 1)
                    .append('\t')
                    .append(start + 4)
                    .append("\t0\n");
        }
        Outputs.write(bed, out -> out.write(bedText.toString().getBytes(StandardCharsets.US_ASCII)));
        Outputs.write(gff, out -> out.write(gffText.toString().getBytes(StandardCharsets.US_ASCII)));
        TabixFile.index(Path.of(bed), bed, TabixFile.Lines.BED);
        TabixFile.index(Path.of(gff), gff, TabixFile.Lines.GFF3);
        assertThat(lines(bed, "chr10:101-121"))
                .containsExactly("chr10\t100\t104\tm25010", "chr10\t110\t114\tm25011", "chr10\t120\t124\tm25012");
        assertThat(lines(bed, "chr10:105-110")).isEmpty();
        assertThat(lines(bed, "chr2:249991-249991")).containsExactly("chr2\t249990\t249994\tm24999");
        assertThat(lines(gff, "chr2:4-11")).containsExactly("chr2\tx\ty\t1\t4\t0", "chr2\tx\ty\t11\t14\t0");
    }

    private static List<String> lines(String path, String range) throws IOException {
        List<String> lines = new ArrayList<>();
        try (TabixReader reader = new TabixReader(path)) {
            TabixReader.Iterator found = reader.query(range);
            for (String line = found.next(); line != null; line = found.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}

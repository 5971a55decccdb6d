package org.expomotif.scan.count;

import java.util.List;
import java.util.stream.Stream;
import org.expomotif.io.table.TableOutput;
import org.expomotif.run.Provenance;

/** A table of the numbers of sites, with one row per sequence and one column per matrix. */
final class CountTable implements CountOutput {
    private final TableOutput table;

    CountTable(String path, List<String> motifs, Provenance provenance) {
        List<String> columns = Stream.concat(
                        Stream.of("sequence"), motifs.stream().map(id -> id.replace('\t', ' ')))
                .toList();
        this.table = TableOutput.open(path, columns, provenance);
    }

    @Override
    public void row(String label, int[] counts) {
        StringBuilder row = new StringBuilder(label.replace('\t', ' '));
        for (int count : counts) {
            row.append('\t').append(count);
        }
        table.row(row.toString());
    }

    @Override
    public void commit() {
        table.commit();
    }

    @Override
    public void close() {
        table.close();
    }
}

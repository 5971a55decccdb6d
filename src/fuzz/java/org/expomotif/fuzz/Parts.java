package org.expomotif.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.benchmark.RecoveryTable;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.ArrayShards;
import org.expomotif.io.table.TableShards;
import org.expomotif.run.Provenance;
import org.expomotif.scan.shard.ShardMerge;

/** The parts that {@code merge} puts together, as that command reads them. */
final class Parts {
    private Parts() {}

    /** Shares of a scan, or of a table of an attribution: each piece is a file. */
    static void scans(byte[] input, Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (Packed.Piece piece : Packed.unpack(input)) {
            files.add(write(folder, files.size(), piece.content()));
        }
        merge(files, folder.resolve(Targets.INPUT + ".merged").toString());
    }

    /** Shares of arrays: each piece is an entry of the zip that the first letter of its name tells. */
    static void arrays(byte[] input, Path folder) throws IOException {
        Map<String, List<Packed.Piece>> zips = new LinkedHashMap<>();
        for (Packed.Piece piece : Packed.unpack(input)) {
            int end = Math.min(1, piece.name().length());
            zips.computeIfAbsent(piece.name().substring(0, end), letter -> new ArrayList<>())
                    .add(piece.named(piece.name().substring(end)));
        }
        List<String> files = new ArrayList<>();
        for (List<Packed.Piece> entries : zips.values()) {
            files.add(write(folder, files.size(), Packed.zip(entries)));
        }
        merge(files, folder.resolve(Targets.INPUT + ".merged").toString());
    }

    private static String write(Path folder, int number, byte[] content) throws IOException {
        return Files.write(folder.resolve(Targets.INPUT + number), content).toString();
    }

    private static void merge(List<String> files, String output) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        if (ArrayShards.isZip(files.getFirst())) {
            try (ArrayShards arrays = ArrayShards.open(files)) {
                arrays.write(output);
            }
        } else if (TableShards.isShard(files.getFirst())) {
            TableShards tables = TableShards.of(files);
            if (RecoveryTable.isOf(tables)) {
                RecoveryTable.write(output, Provenance.of(tables.comments()), RecoveryTable.read(tables));
            } else {
                tables.write(output);
            }
        } else {
            scan(files, output);
        }
    }

    private static void scan(List<String> files, String output) throws IOException {
        try (ShardMerge merge = new ShardMerge(files);
                OutputSink sink = Outputs.open(output)) {
            merge.writeHead(sink.stream());
            for (int block = 0; block < merge.blocks(); block++) {
                merge.writeNextBlock(sink.stream());
            }
            merge.checkEnd();
            merge.writeFoot(sink.stream());
            sink.commit();
        }
    }
}

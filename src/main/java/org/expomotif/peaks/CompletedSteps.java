package org.expomotif.peaks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.expomotif.io.table.TsvReader;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.Checksum;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.run.Version;

/**
 * The steps that earlier runs have done, in a table beside their results. A step is repeated when its command, a file
 * that it reads or a file that it wrote has changed; then all later steps are repeated, too. A file counts as changed
 * when its size or the time of its last change is another one.
 */
public final class CompletedSteps {
    /** In place of the files of a step that has not ended. */
    private static final String BEGUN = "begun";

    private static final int DIGEST_BYTES = 8;

    private final String file;
    private final List<Row> earlier = new ArrayList<>();
    private final List<Row> done = new ArrayList<>();
    private boolean changed;
    /** Number of steps that were skipped. */
    private int unchanged;

    /**
     * A step that is done.
     *
     * @param step number of the step, from 1
     * @param seconds wall-clock time; NaN while the step is not done
     * @param command the step as typed into a shell
     * @param files digest of the names, sizes and times of the files that it read and wrote
     */
    public record Row(int step, double seconds, String command, String files) {}

    private CompletedSteps(String file) {
        this.file = file;
    }

    /** Reads the table; a file that is missing or not such a table stands for no step. */
    public static CompletedSteps read(String file) {
        CompletedSteps steps = new CompletedSteps(file);
        if (Files.exists(Path.of(file))) {
            try {
                steps.earlier.addAll(TsvReader.readAll(file, Row.class));
            } catch (UserException e) {
                steps.earlier.clear();
            }
        }
        return steps;
    }

    /**
     * Whether the next step has been done and its results are still there. If so, it counts as done.
     *
     * @param command the step as typed into a shell
     * @param files the files that it reads and writes
     */
    public boolean skips(String command, Collection<String> files) {
        int next = done.size();
        changed |= next >= earlier.size()
                || !earlier.get(next).command().equals(command)
                || !earlier.get(next).files().equals(digest(files));
        if (!changed) {
            done.add(earlier.get(next));
            unchanged++;
        }
        return !changed;
    }

    /**
     * Records that the next step, which was not skipped, begins.
     *
     * @return whether an earlier run began the same step after the same steps and did not end it
     */
    public boolean begin(String command) {
        int next = done.size();
        boolean interrupted = next == earlier.size() - 1
                && next == unchanged
                && earlier.get(next).command().equals(command)
                && earlier.get(next).files().equals(BEGUN);
        List<Row> rows = new ArrayList<>(done);
        rows.add(new Row(next + 1, Double.NaN, command, BEGUN));
        write(rows);
        return interrupted;
    }

    /** Adds a step that was run, and writes the table. */
    public void add(String command, double seconds, Collection<String> files) {
        done.add(new Row(done.size() + 1, seconds, command, digest(files)));
        write(done);
    }

    private void write(List<Row> rows) {
        TsvWriter.write(file, Row.class, Provenance.of(List.of()), rows);
    }

    private static String digest(Collection<String> files) {
        StringBuilder text = new StringBuilder(Version.number());
        for (String name : files) {
            text.append('\n').append(name).append('\t').append(state(name));
        }
        byte[] hash = Checksum.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    }

    private static String state(String name) {
        try {
            BasicFileAttributes file = Files.readAttributes(Path.of(name), BasicFileAttributes.class);
            return file.size() + "\t" + file.lastModifiedTime();
        } catch (IOException | InvalidPathException e) {
            return "missing";
        }
    }
}

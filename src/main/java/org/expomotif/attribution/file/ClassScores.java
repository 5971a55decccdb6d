package org.expomotif.attribution.file;

import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.attribution.AdditionCheck;
import org.expomotif.attribution.Attribution;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;

/** The files of the scores of one class. */
public final class ClassScores implements Consumer<Attribution>, AutoCloseable {
    private final ScoreWriter writer;
    private final Optional<TsvWriter<SumRow>> sums;
    private final Optional<AdditionCheck> addition;

    ClassScores(ScoreWriter writer, Optional<String> summary, Provenance provenance, Optional<AdditionCheck> addition) {
        this.writer = writer;
        this.sums = summary.map(file -> TsvWriter.open(file, SumRow.class, provenance));
        this.addition = addition;
    }

    /**
     * The name of the file of one class: the class is inserted before the suffix, and characters that file names cannot
     * contain become {@code _}.
     */
    static String file(String path, String className) {
        String stem = FileSuffix.stem(path);
        String safe = className.replaceAll("[^A-Za-z0-9._+-]", "_");
        return stem + "." + safe + path.substring(stem.length());
    }

    @Override
    public void accept(Attribution explanation) {
        addition.ifPresent(check -> check.add(explanation));
        writer.write(explanation);
        sums.ifPresent(table -> table.write(SumRow.of(explanation)));
    }

    /** Commits the files and reports warnings and notes. */
    public void commit(Progress progress) {
        writer.warning().ifPresent(progress::warn);
        writer.commit();
        sums.ifPresent(TsvWriter::commit);
        addition.ifPresent(check -> progress.note(check.summary()));
    }

    @Override
    public void close() {
        writer.close();
        sums.ifPresent(TsvWriter::close);
    }
}

package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.run.Progress;

/** Passes progress on and keeps the notes and warnings for the summary. */
final class Notes implements Progress {
    private final Progress progress;
    private final List<String> messages = new ArrayList<>();

    Notes(Progress progress) {
        this.progress = progress;
    }

    /** The notes and warnings so far. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void start(String task, long total, String unit) {
        progress.start(task, total, unit);
    }

    @Override
    public void advance(long amount) {
        progress.advance(amount);
    }

    @Override
    public void note(String message) {
        messages.add(message);
        progress.note(message);
    }

    @Override
    public void warn(String message) {
        messages.add("warning: " + message);
        progress.warn(message);
    }

    @Override
    public void finish() {
        progress.finish();
    }
}

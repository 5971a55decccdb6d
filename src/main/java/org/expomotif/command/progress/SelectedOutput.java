package org.expomotif.command.progress;

import org.expomotif.run.Progress;

/**
 * Passes on the progress and the warnings that the user selected.
 *
 * @param shown receives the selected messages
 * @param progress whether progress and notes are passed on
 * @param warnings whether warnings are passed on
 */
public record SelectedOutput(Progress shown, boolean progress, boolean warnings) implements Progress {
    @Override
    public void start(String task, long total, String unit) {
        if (progress) {
            shown.start(task, total, unit);
        }
    }

    @Override
    public void advance(long amount) {
        if (progress) {
            shown.advance(amount);
        }
    }

    @Override
    public void note(String message) {
        if (progress) {
            shown.note(message);
        }
    }

    @Override
    public void warn(String message) {
        if (warnings) {
            shown.warn(message);
        }
    }

    @Override
    public void finish() {
        if (progress) {
            shown.finish();
        }
    }
}

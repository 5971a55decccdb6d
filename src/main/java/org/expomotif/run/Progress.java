package org.expomotif.run;

/**
 * Receives the progress of long tasks, and warnings. Domain code reports to it; only the command line decides what is
 * shown to the user.
 */
public interface Progress extends Warnings {
    /** Ignores everything, including warnings. */
    Progress NONE = new Progress() {
        @Override
        public void start(String task, long total, String unit) {}

        @Override
        public void advance(long amount) {}

        @Override
        public void note(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void finish() {}
    };

    /**
     * Starts a task.
     *
     * @param task description of the task: {@code "training trial 1/3"}
     * @param total number of units, or 0 when unknown
     * @param unit name of the unit in the plural: {@code "epochs"}, {@code "bases"}
     */
    void start(String task, long total, String unit);

    /** Reports that {@code amount} more units are done. */
    void advance(long amount);

    /** Reports one line of information during the task. */
    void note(String message);

    /** Ends the task. */
    void finish();

    /** This progress without its warnings, for a task that repeats what an earlier one has warned about. */
    default Progress withoutWarnings() {
        Progress all = this;
        return new Progress() {
            @Override
            public void start(String task, long total, String unit) {
                all.start(task, total, unit);
            }

            @Override
            public void advance(long amount) {
                all.advance(amount);
            }

            @Override
            public void note(String message) {
                all.note(message);
            }

            @Override
            public void warn(String message) {}

            @Override
            public void finish() {
                all.finish();
            }
        };
    }
}

package org.expomotif.run;

/**
 * Listens to long work and its warnings. Domain code reports here; only the command line decides what a person sees.
 */
public interface Progress extends Warnings {
    /** Ignores everything, warnings too. */
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
     * A task begins.
     *
     * @param task what is done, as a person would say it: {@code "training trial 1/3"}
     * @param total how many units there are, or 0 when unknown
     * @param unit the unit's name in the plural: {@code "epochs"}, {@code "bases"}
     */
    void start(String task, long total, String unit);

    /** So many more units are done. */
    void advance(long amount);

    /** One line worth showing while the task goes on. */
    void note(String message);

    /** The task is over. */
    void finish();
}

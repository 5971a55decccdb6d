package org.expomotif.train;

import org.expomotif.run.UserException;

/** The cause of the error of a training whose loss or predictions are not finite. */
public final class Divergence extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    Divergence(String message) {
        super(message);
    }

    /** Whether an error is that of a training that diverged. */
    public static boolean causes(UserException error) {
        return error.getCause() instanceof Divergence;
    }
}

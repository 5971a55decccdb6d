package org.expomotif.io;

import java.io.IOException;

/** A consumer that may throw an {@link IOException}. */
@FunctionalInterface
public interface IOConsumer<T> {
    /** Consumes a value. */
    void accept(T value) throws IOException;
}

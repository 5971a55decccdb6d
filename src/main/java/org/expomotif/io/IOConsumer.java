package org.expomotif.io;

import java.io.IOException;

/** Takes something and may fail in input or output. */
@FunctionalInterface
public interface IOConsumer<T> {
    /** Takes it. */
    void accept(T value) throws IOException;
}

package org.expomotif.export;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A message of Protocol Buffers, written field by field under the numbers of its public schema. The few messages needed
 * here need no classes generated from it, and fields come out in the order given, so equal calls give equal bytes.
 */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    /** What writes one field. */
    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private Message add(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds a field of type int64, int32 or enum. */
    Message number(int field, long value) {
        return add(() -> out.writeInt64(field, value));
    }

    /** Adds a field of type float. */
    Message decimal(int field, float value) {
        return add(() -> out.writeFloat(field, value));
    }

    /** Adds a field of type string. */
    Message text(int field, String value) {
        return add(() -> out.writeString(field, value));
    }

    /** Adds a field of type bytes. */
    Message bytes(int field, byte[] value) {
        return add(() -> out.writeByteArray(field, value));
    }

    /** Adds a field that is a message. */
    Message message(int field, Message value) {
        return bytes(field, value.encoded());
    }

    /** The message as it is written. */
    byte[] encoded() {
        add(out::flush);
        return bytes.toByteArray();
    }
}

package org.expomotif.export;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A message of Protocol Buffers, written field by field with the field numbers of its schema. Fields are written in the
 * order of the calls, so equal calls give equal bytes. The few messages of a model need no generated classes.
 */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    /** Writes one field. */
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

    /** Adds a field of type message. */
    Message message(int field, Message value) {
        return bytes(field, value.encoded());
    }

    /** The encoded bytes of the message. */
    byte[] encoded() {
        add(out::flush);
        return bytes.toByteArray();
    }
}

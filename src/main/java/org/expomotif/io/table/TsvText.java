package org.expomotif.io.table;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rows of a table as text, one line per record, in a growing buffer. */
final class TsvText<R extends Record> {
    private static final int MAX_NUMBER_LENGTH = 64;

    private final List<RecordComponent> components;
    private final List<Integer> digits;
    private byte[] bytes = new byte[1 << 12];
    private int length;

    TsvText(RecordColumns<R> columns) {
        components = columns.components();
        digits = columns.digits();
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /**
     * Adds the line of one record.
     *
     * @throws org.expomotif.run.UserException when its first cell begins with {@code #}
     */
    void add(R row) {
        int start = length;
        for (int i = 0; i < components.size(); i++) {
            if (i > 0) {
                add((byte) '\t');
            }
            add(value(row, components.get(i)), digits.get(i));
            if (i == 0 && length > start && bytes[start] == '#') {
                throw TableOutput.isComment(new String(bytes, start, length - start, StandardCharsets.UTF_8));
            }
        }
        add((byte) '\n');
    }

    private static Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds one cell; tabs and line ends in a text become spaces. */
    private void add(Object value, int places) {
        switch (value) {
            case Double x when places > 0 || x.isNaN() -> number(x, places);
            case Float x when places > 0 || x.isNaN() -> number(x, places);
            case Enum<?> constant -> add(constant.name().toLowerCase(Locale.ROOT));
            case String text -> add(clean(text));
            default -> add(value.toString());
        }
    }

    private void number(double x, int places) {
        if (Double.isNaN(x)) {
            add("NA");
        } else {
            reserve(MAX_NUMBER_LENGTH);
            length = CFormat.append(x, places, bytes, length);
        }
    }

    private static String clean(String text) {
        return text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replaceAll("[\t\r\n]", " ");
    }

    private void add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void add(byte character) {
        reserve(1);
        bytes[length++] = character;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}

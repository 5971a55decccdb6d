package org.expomotif.io.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a TSV whose rows are records, in the order of the record's components. */
final class RecordColumns<R extends Record> {
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            String.class, text -> text,
            int.class, Integer::valueOf,
            long.class, Long::valueOf,
            double.class, text -> missing(text) ? Double.NaN : Double.parseDouble(text),
            float.class, text -> missing(text) ? Float.NaN : Float.parseFloat(text),
            boolean.class, RecordColumns::truth,
            char.class, RecordColumns::character);

    private final Constructor<R> constructor;
    private final List<RecordComponent> components;
    private final List<String> headers = new ArrayList<>();
    private final List<Integer> digits = new ArrayList<>();

    RecordColumns(Class<R> type) {
        components = List.of(type.getRecordComponents());
        Class<?>[] types = new Class<?>[components.size()];
        for (int i = 0; i < types.length; i++) {
            RecordComponent component = components.get(i);
            types[i] = component.getType();
            if (!PARSERS.containsKey(types[i]) && !types[i].isEnum()) {
                throw new IllegalArgumentException("no column can hold a " + types[i] + ": " + type);
            }
            component.getAccessor().setAccessible(true);
            TsvColumn column = component.getAnnotation(TsvColumn.class);
            headers.add(column == null || column.value().isEmpty() ? component.getName() : column.value());
            digits.add(column == null ? 6 : column.digits());
        }
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not a record", e);
        }
    }

    List<String> headers() {
        return headers;
    }

    List<RecordComponent> components() {
        return components;
    }

    /** Significant digits of the numbers in each column; 0 for as many as necessary. */
    List<Integer> digits() {
        return digits;
    }

    /** The value of one cell, or null when the text does not have the type of the column. */
    @Nullable
    Object parse(String text, int column) {
        Class<?> type = components.get(column).getType();
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant instanceof Enum<?> e && e.name().equalsIgnoreCase(text)) {
                    return constant;
                }
            }
            return null;
        }
        Function<String, Object> parser = PARSERS.get(type);
        try {
            return parser == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The description of valid cells of a column in messages. */
    String expected(int column) {
        Class<?> type = components.get(column).getType();
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        if (type == double.class || type == float.class) {
            return "a number or NA";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
        }
        return type == boolean.class ? "true or false" : "one character";
    }

    R create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean missing(String text) {
        return text.equals("NA");
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }
}

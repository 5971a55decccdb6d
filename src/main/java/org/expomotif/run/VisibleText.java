package org.expomotif.run;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text that is safe to show on a terminal. Names come from files that cannot be trusted: an escape sequence could
 * recolor the terminal, move its cursor or set its title, and an invisible character could make one name look like
 * another.
 *
 * <p>Control characters (C0, DEL, C1), line and paragraph separators, unpaired surrogates and Unicode's format
 * characters (bidirectional overrides, zero-width spaces and joiners) are written as {@code \}{@code u001b}, in UTF-16
 * units of four hexadecimal digits. All other text is unchanged.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Escapes one line, including line ends and tabs in it. */
    public static String line(String text) {
        return escaped(text, VisibleText::isHidden);
    }

    /** Escapes several lines; line feeds and tabs are kept. */
    public static String block(String text) {
        return escaped(text, c -> c != '\n' && c != '\t' && isHidden(c));
    }

    /** Escapes one line of an output file: only control characters. */
    public static String comment(String text) {
        return escaped(text, Character::isISOControl);
    }

    private static String escaped(String text, IntPredicate hidden) {
        if (text.codePoints().noneMatch(hidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (hidden.test(c)) {
                for (char unit : Character.toChars(c)) {
                    visible.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean isHidden(int c) {
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}

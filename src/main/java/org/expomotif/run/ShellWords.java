package org.expomotif.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Quotes words so that a shell splits the line into the same words. */
public final class ShellWords {
    private ShellWords() {}

    /**
     * The words on one line, separated by spaces and quoted where necessary. The result has no line breaks, even when a
     * word has.
     */
    public static String line(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    /**
     * One word, quoted where necessary. Control characters are written as {@code $'...'}, which bash and zsh
     * understand.
     */
    public static String quoted(String word) {
        if (word.matches("[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*")) {
            return word;
        }
        if (word.chars().noneMatch(Character::isISOControl)) {
            return "'" + word.replace("'", "'\\''") + "'";
        }
        StringBuilder text = new StringBuilder("$'");
        word.chars().forEach(c -> {
            if (c == '\'' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < 0x80 && Character.isISOControl(c)) {
                text.append(String.format(Locale.ROOT, "\\%03o", c));
            } else if (Character.isISOControl(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.append('\'').toString();
    }
}

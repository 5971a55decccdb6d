package org.expomotif.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words as a line that a shell takes apart into the same words again. */
public final class ShellWords {
    private ShellWords() {}

    /** The words with spaces between them, each quoted where it must be; one line, whatever the words hold. */
    public static String line(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    /** One word, quoted where it must be; control characters by {@code $'...'}, which bash and zsh know. */
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

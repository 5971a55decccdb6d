package org.expomotif.io;

/**
 * The rule of all readers for names (of sequences, regions, motifs, classes): a control character is refused. It would
 * break a table or steer the terminal that shows it. Format characters of Unicode, such as joiners, are part of some
 * languages' spelling and are kept.
 */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** Whether a text holds a control character (C0, DEL or C1). */
    public static boolean areIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}

package org.expomotif.io;

/**
 * The rule of all readers for names of sequences, regions, motifs and classes: control characters are rejected, because
 * they would break a table or affect a terminal. Format characters of Unicode, such as joiners, are part of the
 * spelling of some languages and are accepted.
 */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** Whether a text contains a control character (C0, DEL or C1). */
    public static boolean areIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}

package org.expomotif.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of a table that are not comments. */
public final class TableRows {
    private TableRows() {}

    /** The header and the rows of a file. */
    public static List<String> of(Path file) throws IOException {
        return of(Files.readString(file));
    }

    /** The header and the rows of a text. */
    public static List<String> of(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
}

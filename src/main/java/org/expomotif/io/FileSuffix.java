package org.expomotif.io;

import java.util.List;
import java.util.Locale;

/** Suffixes of file names, which decide format and compression of outputs. Upper and lower case are equal. */
public final class FileSuffix {
    private static final List<String> COMPRESSED = List.of(".gz", ".bgz");

    private FileSuffix() {}

    /** Whether the name ends in {@code .gz} or {@code .bgz}. */
    public static boolean isCompressed(String path) {
        return endsIn(path, COMPRESSED);
    }

    /** The name without {@code .gz} or {@code .bgz}. */
    public static String withoutCompression(String path) {
        return isCompressed(path) ? path.substring(0, path.lastIndexOf('.')) : path;
    }

    /** Whether the name, without a suffix of compression, ends in one of the suffixes, which are in lower case. */
    public static boolean isOneOf(String path, List<String> suffixes) {
        return endsIn(withoutCompression(path), suffixes);
    }

    /**
     * The name without its suffixes: {@code scores} for {@code scores.tsv.gz}. A suffix of letters, and one of
     * compression after it, are left out.
     */
    public static String stem(String path) {
        return withoutCompression(path).replaceFirst("\\.[A-Za-z]+$", "");
    }

    /** Whether the name ends in one of the suffixes, which are in lower case; compression is a suffix like others. */
    public static boolean endsIn(String path, List<String> suffixes) {
        String name = path.toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(name::endsWith);
    }
}

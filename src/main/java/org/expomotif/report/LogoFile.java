package org.expomotif.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.expomotif.motif.Motif;

/**
 * A logo in a folder of logos, as a row of a table.
 *
 * @param motif identifier of the motif
 * @param name other name of the motif
 * @param file name of the file in the folder
 */
public record LogoFile(String motif, String name, String file) {
    private static final int MAX_LENGTH = 100;

    /**
     * Names the files of motifs by their identifiers. A character other than a letter, a digit, {@code _}, {@code +},
     * {@code -} or a point becomes {@code _}. Where two names would be the same, in any case, a number tells them
     * apart.
     *
     * @param suffix end of the names, such as {@code .png}
     */
    public static List<LogoFile> of(List<Motif> motifs, String suffix) {
        Set<String> taken = new HashSet<>();
        List<LogoFile> files = new ArrayList<>();
        for (Motif motif : motifs) {
            String safe = motif.id().replaceAll("[^A-Za-z0-9._+-]", "_").replaceFirst("^[.-]", "_");
            String stem = safe.substring(0, Math.min(safe.length(), MAX_LENGTH));
            String unique = stem;
            for (int copy = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); copy++) {
                unique = stem + "_" + copy;
            }
            files.add(new LogoFile(motif.id(), motif.name(), unique + suffix));
        }
        return List.copyOf(files);
    }
}

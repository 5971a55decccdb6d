package org.expomotif.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/**
 * Creates the tasks of the reference study from a file of motifs and names given by the user, with the motifs of the
 * study as defaults.
 */
public final class StudyTasks {
    /** The name for all motifs of a file. */
    public static final String ALL = "all";

    private StudyTasks() {}

    /**
     * Creates Task 1.
     *
     * @param motifs available motifs
     * @param file name of the motifs in messages
     * @param names identifiers or names of the classes, or {@link #ALL}; if empty, the twelve motifs of the study if
     *     the file has them all, else all motifs
     */
    public static SynthTask classes(List<Motif> motifs, String file, List<String> names) {
        if (names.equals(List.of(ALL)) || names.isEmpty() && !hasAll(motifs, StudyMotifs.CLASSES)) {
            return new SynthTask.MotifClasses(motifs);
        }
        List<String> wanted = names.isEmpty() ? StudyMotifs.CLASSES : names;
        return new SynthTask.MotifClasses(MotifChoice.byNames(motifs, wanted, file));
    }

    /**
     * Returns the core motifs of Task 3.
     *
     * @param names identifiers or names, or {@link #ALL}; if empty, the five core motifs of the study
     * @throws UserException when {@code names} is empty and the file does not have the core motifs of the study
     */
    public static List<Motif> core(List<Motif> motifs, String file, List<String> names) {
        if (names.isEmpty() && !hasAll(motifs, StudyMotifs.CORE)) {
            throw new UserException("the file does not have the core motifs of the study")
                    .in(file)
                    .expected(String.join(", ", StudyMotifs.CORE))
                    .remedy("name the core motifs with --names");
        }
        if (names.equals(List.of(ALL))) {
            return motifs;
        }
        return MotifChoice.byNames(motifs, names.isEmpty() ? StudyMotifs.CORE : names, file);
    }

    /**
     * Creates Task 3.
     *
     * @param core core motifs, the only motifs of the positives
     * @param candidates motifs that the background motifs of the negatives are chosen from; core motifs among them are
     *     ignored
     * @param file name of the candidates in messages
     * @param names identifiers or names of the background motifs, or {@link #ALL}; if empty, {@code count} motifs are
     *     drawn
     * @param count number of motifs to draw
     * @param length number of bases of a sequence; motifs that do not fit together with two of the narrowest core
     *     motifs are not drawn
     * @param seed seed of the draw
     */
    public static SynthTask billboard(
            List<Motif> core,
            List<Motif> candidates,
            String file,
            List<String> names,
            int count,
            int length,
            long seed) {
        List<String> coreIds = core.stream().map(Motif::id).toList();
        List<Motif> others;
        if (names.equals(List.of(ALL))) {
            others = new ArrayList<>(candidates);
            others.removeIf(motif -> coreIds.contains(motif.id()));
        } else if (names.isEmpty()) {
            int narrowest = core.stream().mapToInt(Motif::width).min().orElse(1);
            others = MotifChoice.atRandom(candidates, coreIds, length - 2 * narrowest, count, seed);
        } else {
            others = new ArrayList<>(MotifChoice.byNames(candidates, names, file));
            others.removeIf(motif -> coreIds.contains(motif.id()));
        }
        if (others.isEmpty()) {
            throw new UserException("there are no background motifs other than the core motifs")
                    .in(file)
                    .remedy("give a file with other motifs with --background-motifs");
        }
        return new SynthTask.Billboard(core, others);
    }

    private static boolean hasAll(List<Motif> motifs, List<String> ids) {
        Set<String> known = motifs.stream().map(Motif::id).collect(Collectors.toSet());
        return known.containsAll(ids);
    }
}

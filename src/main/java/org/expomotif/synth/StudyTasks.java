package org.expomotif.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/** Sets up the study's tasks from a file of motifs and the names a user gives, with the study's own as defaults. */
public final class StudyTasks {
    /** Stands for every motif of a file. */
    public static final String ALL = "all";

    private StudyTasks() {}

    /**
     * Task 1.
     *
     * @param motifs what there is
     * @param file what to call the motifs in a message
     * @param names ids or names of the classes, or {@link #ALL}; when empty, the study's twelve where the file has them
     *     all, else every motif
     */
    public static SynthTask classes(List<Motif> motifs, String file, List<String> names) {
        if (names.equals(List.of(ALL)) || names.isEmpty() && !hasAll(motifs, StudyMotifs.CLASSES)) {
            return new SynthTask.MotifClasses(motifs);
        }
        List<String> wanted = names.isEmpty() ? StudyMotifs.CLASSES : names;
        return new SynthTask.MotifClasses(MotifChoice.byNames(motifs, wanted, file));
    }

    /**
     * The core motifs of Task 3.
     *
     * @param names ids or names, or {@link #ALL}; when empty, the study's five, which the file must have
     */
    public static List<Motif> core(List<Motif> motifs, String file, List<String> names) {
        if (names.isEmpty() && !hasAll(motifs, StudyMotifs.CORE)) {
            throw new UserException("the file does not hold the study's core motifs")
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
     * Task 3.
     *
     * @param core motifs of the positives
     * @param candidates where the other motifs of the negatives come from; core motifs among them are left out
     * @param file what to call the candidates in a message
     * @param names ids or names of the others, or {@link #ALL}; when empty, {@code count} drawn at random
     * @param count how many to draw
     * @param length bases of a sequence: motifs too wide to lie beside two narrow ones are not drawn
     * @param seed of the draw
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
            throw new UserException("there is no background motif beside the core motifs")
                    .in(file)
                    .remedy("give a file with further motifs by --background-motifs");
        }
        return new SynthTask.Billboard(core, others);
    }

    private static boolean hasAll(List<Motif> motifs, List<String> ids) {
        Set<String> known = motifs.stream().map(Motif::id).collect(Collectors.toSet());
        return known.containsAll(ids);
    }
}

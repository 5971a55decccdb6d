package org.expomotif.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/** Picks motifs out of a file, by what users call them or at random. */
public final class MotifChoice {
    private static final int NAMED_IN_MESSAGE = 6;

    private MotifChoice() {}

    /**
     * The motifs asked for, in the order asked for, each once.
     *
     * @param motifs what there is
     * @param names identifiers ({@code MA0151.1}), or alternative names ({@code Arid3a}, case ignored)
     * @param file what to call the motifs in a message
     * @throws UserException when one is not there, or a name stands for several motifs
     */
    public static List<Motif> byNames(List<Motif> motifs, List<String> names, String file) {
        Map<String, Motif> byId = motifs.stream().collect(Collectors.toMap(Motif::id, m -> m, (a, b) -> a));
        SequencedSet<Motif> chosen = new LinkedHashSet<>();
        for (String name : names) {
            Motif exact = byId.get(name);
            chosen.add(exact != null ? exact : byName(motifs, name, file));
        }
        return List.copyOf(chosen);
    }

    private static Motif byName(List<Motif> motifs, String name, String file) {
        List<Motif> matching = motifs.stream()
                .filter(motif -> motif.name().equalsIgnoreCase(name))
                .toList();
        if (matching.isEmpty()) {
            throw new UserException("there is no motif of the name or id " + name)
                    .in(file)
                    .found(motifs.size() + " motifs: " + listed(motifs));
        }
        if (matching.size() > 1) {
            throw new UserException("the name " + name + " stands for " + matching.size() + " motifs")
                    .in(file)
                    .found(listed(matching))
                    .remedy("give the id");
        }
        return matching.get(0);
    }

    private static String listed(List<Motif> motifs) {
        String list = motifs.stream()
                .limit(NAMED_IN_MESSAGE)
                .map(motif -> motif.name().isEmpty() ? motif.id() : motif.id() + " (" + motif.name() + ")")
                .collect(Collectors.joining(", "));
        return motifs.size() > NAMED_IN_MESSAGE ? list + ", ..." : list;
    }

    /**
     * A random choice without repeats, kept in the order of the file; all when there are no more than asked for.
     *
     * @param motifs what there is
     * @param excluded identifiers never chosen
     * @param widest positions a chosen motif may have
     * @param count how many
     * @param seed the seed of the run; uses {@link SequenceStreams#ofRun}
     */
    public static List<Motif> atRandom(List<Motif> motifs, List<String> excluded, int widest, int count, long seed) {
        List<Motif> candidates = motifs.stream()
                .filter(motif -> !excluded.contains(motif.id()) && motif.width() <= widest)
                .toList();
        SplittableRandom random = SequenceStreams.ofRun(seed, SequenceStreams.Use.BACKGROUND_MOTIFS);
        List<Motif> chosen = new ArrayList<>();
        for (int i = 0; i < candidates.size() && chosen.size() < count; i++) {
            double missing = count - chosen.size();
            if (random.nextDouble() * (candidates.size() - i) < missing) {
                chosen.add(candidates.get(i));
            }
        }
        return List.copyOf(chosen);
    }

    /**
     * What users call motifs: the alternative name, or the id where there is no name, where motifs share it, or where a
     * table of labels has a column of that name already.
     */
    public static List<String> classNames(List<Motif> motifs) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        motifs.forEach(motif -> uses.merge(plain(motif.name()), 1, Integer::sum));
        motifs.forEach(motif -> uses.merge(plain(motif.id()), 1, Integer::sum));
        uses.put("", 2);
        uses.put("id", 2);
        uses.put("split", 2);
        return motifs.stream()
                .map(motif -> plain(uses.getOrDefault(plain(motif.name()), 0) > 1 ? motif.id() : motif.name()))
                .toList();
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}

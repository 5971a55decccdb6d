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

/** Chooses motifs from a file, by name or at random. */
public final class MotifChoice {
    private static final int NAMED_IN_MESSAGE = 6;

    private MotifChoice() {}

    /**
     * Returns the named motifs in the given order, each once.
     *
     * @param motifs available motifs
     * @param names identifiers ({@code MA0151.1}) or alternative names ({@code Arid3a}, case-insensitive)
     * @param file name of the motifs in messages
     * @throws UserException when a motif is missing, or several motifs share a name
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
     * Draws motifs without replacement and returns them in the order of the file; all of them if there are no more than
     * {@code count}.
     *
     * @param motifs available motifs
     * @param excluded identifiers of motifs that are not chosen
     * @param maximumWidth maximum number of positions of a chosen motif
     * @param count number of motifs
     * @param seed seed of the run, for {@link SequenceStreams#ofRun}
     */
    public static List<Motif> atRandom(
            List<Motif> motifs, List<String> excluded, int maximumWidth, int count, long seed) {
        List<Motif> candidates = motifs.stream()
                .filter(motif -> !excluded.contains(motif.id()) && motif.width() <= maximumWidth)
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
     * Names for the classes of motifs: the alternative name, or the identifier if there is no alternative name, several
     * motifs share it, or it is the name of another column of a table of labels.
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

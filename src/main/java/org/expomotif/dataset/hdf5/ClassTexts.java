package org.expomotif.dataset.hdf5;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.expomotif.io.hdf5.Hdf5File;
import org.expomotif.io.table.ClassNames;
import org.expomotif.run.UserException;

/** The names of the classes: given ones, those that the files hold, or class1, class2 and so on. */
final class ClassTexts {
    /** Data sets and attributes with names; Basset has the first. */
    private static final List<String> PLACES = List.of("target_labels", "class_names", "classes");

    private ClassTexts() {}

    /**
     * The names of the classes of a data set.
     *
     * @param given names by the user
     * @param number number of classes
     * @throws UserException when their number is another one, or they are not fit for a table
     */
    static List<String> of(Optional<List<String>> given, List<SplitArrays> splits, int number) {
        if (given.isPresent()) {
            if (given.get().size() != number) {
                SplitArrays first = splits.getFirst();
                throw first.labels()
                        .fault("the number of names in --classes differs from that of the classes")
                        .expected(number + " names")
                        .found(Integer.toString(given.get().size()));
            }
            return given.get();
        }
        for (SplitArrays split : splits) {
            for (String place : PLACES) {
                Optional<List<String>> names = split.labels()
                        .attribute(place, number)
                        .or(() -> split.file().attribute(place, number))
                        .or(() -> inDataset(split.file(), place, number));
                if (names.isPresent()) {
                    return checked(split.file(), place, names.get());
                }
            }
        }
        return IntStream.rangeClosed(1, number).mapToObj(i -> "class" + i).toList();
    }

    private static Optional<List<String>> inDataset(Hdf5File file, String place, int number) {
        if (!file.has(place)) {
            return Optional.empty();
        }
        return Optional.of(file.texts(place, number)
                .orElseThrow(() -> file.fault(place, "these are not the names of the classes")
                        .expected(number + " texts")
                        .remedy("give the names with --classes")));
    }

    /** Makes names fit for a table: control characters become {@code _}, and a repeated name gets a number. */
    private static List<String> checked(Hdf5File file, String place, List<String> names) {
        List<String> unique = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String valid = name.replaceAll("\\p{Cntrl}", "_").strip();
            String next = valid;
            for (int i = 2; !taken.add(next); i++) {
                next = valid + "-" + i;
            }
            unique.add(next);
        }
        try {
            ClassNames.check(unique);
        } catch (UserException e) {
            throw file.fault(place, "these are not the names of the classes (" + e.getMessage() + ")")
                    .remedy("give the names with --classes");
        }
        return unique;
    }
}

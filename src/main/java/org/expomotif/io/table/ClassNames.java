package org.expomotif.io.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.io.ControlCharacters;
import org.expomotif.run.UserException;

/** Checks the names of classes, which are columns of a table and outputs of a model. */
public final class ClassNames {
    private ClassNames() {}

    /**
     * Checks that names are distinct and valid as column names.
     *
     * @throws UserException without a file, when a name is blank, contains a tab or another control character, or
     *     occurs twice
     */
    public static void check(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank()) {
                throw fault("class " + (i + 1) + " of " + names.size() + " without a name");
            }
            if (ControlCharacters.areIn(name)) {
                throw fault("\"" + name + "\", which holds a control character");
            }
            Integer before = seen.put(name, i);
            if (before != null) {
                throw fault("\"" + name + "\" twice");
            }
        }
    }

    private static UserException fault(String found) {
        return new UserException("the classes need names of their own")
                .found(found)
                .remedy("rename the class");
    }
}

package org.expomotif.io.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.io.ControlCharacters;
import org.expomotif.run.UserException;

/** The names of classes, as columns of a table and as outputs of a model: they must differ and fit into a column. */
public final class ClassNames {
    private ClassNames() {}

    /**
     * Checks names.
     *
     * @throws UserException without a file when a name is blank, holds a tab or another control character, or is there
     *     twice
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

package org.expomotif.io;

import java.util.Locale;
import org.expomotif.run.UserException;

/**
 * Checks the names of the sequences of one file, in whatever format or index they stand: each has a name, without
 * blanks and control characters, which would break a table; and the same name twice is found with both places.
 */
final class SequenceNames {
    /** Characters of the longest name, which every site of the sequence repeats. */
    static final int LONGEST = 10_000;

    private final String file;
    private final NameSet names = new NameSet();
    private long count;

    SequenceNames(String file) {
        this.file = file;
    }

    /**
     * Adds the next name.
     *
     * @param line where it stands; 0 in a format without lines
     * @return the line (without lines, the number of the sequence) of the same name before; 0 when it is new
     * @throws UserException when it is not a name
     */
    long add(String name, long line) {
        check(name, line);
        return names.add(name, line > 0 ? line : count);
    }

    /** Counts the next name and checks it alone. */
    void check(String name, long line) {
        count++;
        if (name.isEmpty()) {
            throw at(line, new UserException("the sequence has no name").remedy("name every sequence"));
        }
        if (name.length() > LONGEST) {
            throw at(
                    line,
                    new UserException("the name of the sequence is too long")
                            .expected(String.format(Locale.ROOT, "at most %,d characters", LONGEST))
                            .found(String.format(Locale.ROOT, "%,d", name.length()))
                            .remedy("rename the sequence"));
        }
        if (name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw at(
                    line,
                    new UserException("the name of the sequence holds a blank or a control character")
                            .expected("a name of visible characters")
                            .found("\"" + name + "\"")
                            .remedy("rename the sequence"));
        }
    }

    /** Adds the next name as one that must be new. */
    void addNew(String name, long line) {
        long before = add(name, line);
        if (before > 0) {
            throw repeated(name, line, before);
        }
    }

    /** The fault of a name that stands at two places. */
    UserException repeated(String name, long line, long before) {
        String first = line > 0 ? "in line " + before : "as sequence " + before;
        return at(
                line,
                new UserException("two sequences have the same name")
                        .found("\"" + name + "\" here and " + first)
                        .remedy("give every sequence a name of its own (seqkit rename does)"));
    }

    private UserException at(long line, UserException fault) {
        UserException known = fault.in(file);
        return line > 0 ? known.atLine(line) : known.atRecord("sequence " + count);
    }
}

package org.expomotif.io.sequence;

import java.util.Locale;
import org.expomotif.io.ControlCharacters;
import org.expomotif.run.UserException;

/**
 * Checks the names of the sequences of one file or index, in any format. Every sequence must have a name, without
 * blanks and control characters, which would break a table; a repeated name is reported with both places.
 */
final class SequenceNames {
    /** Maximum length of a name in characters; every site of the sequence repeats the name. */
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
     * @param line line of the name; 0 in a format without lines
     * @return the line of the earlier sequence with the same name, or its number in a format without lines; 0 when the
     *     name is new
     * @throws UserException when the name is missing or malformed
     */
    long add(String name, long line) {
        check(name, line);
        return names.add(name, line > 0 ? line : count);
    }

    /** Counts the next name and checks it, without comparing it with the others. */
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
        if (ControlCharacters.areIn(name) || name.codePoints().anyMatch(Character::isWhitespace)) {
            throw at(
                    line,
                    new UserException("the name of the sequence holds a blank or a control character")
                            .expected("a name of visible characters")
                            .found("\"" + name + "\"")
                            .remedy("rename the sequence"));
        }
    }

    /** Adds the next name, which must be new. */
    void addNew(String name, long line) {
        long before = add(name, line);
        if (before > 0) {
            throw repeated(name, line, before);
        }
    }

    /** The error for a name that occurs twice. */
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

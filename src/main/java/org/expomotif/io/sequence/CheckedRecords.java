package org.expomotif.io.sequence;

import org.expomotif.run.Warnings;

/**
 * Receives the records of every sequence reader and makes the checks that are common to all formats before it passes
 * them to a listener.
 */
final class CheckedRecords {
    private final String file;
    private final RepeatedNames repeatedNames;
    private final SequenceListener listener;
    private final SequenceNames names;

    private long count;
    private long repeated;
    private String firstRepeated = "";
    private long empty;
    private String firstEmpty = "";
    private String name = "";
    private long line;
    private long length;
    private long numberedLine;

    CheckedRecords(String file, RepeatedNames repeatedNames, SequenceListener listener) {
        this.file = file;
        this.repeatedNames = repeatedNames;
        this.listener = listener;
        this.names = new SequenceNames(file);
    }

    /**
     * Starts a sequence.
     *
     * @param newLine the line with the name of the sequence; 0 in a format without lines
     */
    void begin(String newName, String description, long newLine) {
        count++;
        name = newName;
        line = newLine;
        length = 0;
        if (repeatedNames == RepeatedNames.IGNORED) {
            names.check(name, line);
        } else {
            long before = names.add(name, line);
            if (before > 0 && repeatedNames == RepeatedNames.REFUSED) {
                throw names.repeated(name, line, before);
            }
            if (before > 0 && repeated++ == 0) {
                firstRepeated = "\"" + name + "\" " + place() + " and before "
                        + (line > 0 ? "in line " + before : "as sequence " + before);
            }
        }
        listener.begin(name, description);
    }

    private String place() {
        return line > 0 ? "in line " + line : "as sequence " + count;
    }

    /** Adds letters to the current sequence. */
    void letters(byte[] source, int from, int to) {
        length += to - from;
        listener.letters(source, from, to);
    }

    /** Ends the current sequence. */
    void end() {
        if (length == 0 && empty++ == 0) {
            firstEmpty = "\"" + name + "\" " + place();
        }
        listener.end();
    }

    /** Reports that position numbers were removed from sequence lines, starting with this one. */
    void numbered(long firstLine) {
        if (numberedLine == 0) {
            numberedLine = firstLine;
        }
    }

    /** Reports warnings about the file after it has been read. */
    void report(Warnings warnings) {
        if (repeated > 0) {
            warnings.warn(file + ": " + repeated + " of " + count
                    + (repeated == 1 ? " sequences repeats the name" : " sequences repeat the names")
                    + " of an earlier one, the first is " + firstRepeated + "; all are used");
        }
        if (empty > 0) {
            warnings.warn(file + ": " + empty + " of " + count
                    + (empty == 1 ? " sequences has no bases: " : " sequences have no bases, the first is ")
                    + firstEmpty);
        }
        if (numberedLine > 0) {
            warnings.warn(file + ": the position numbers in the sequence lines are left out, the first in line "
                    + numberedLine);
        }
    }
}

package org.expomotif.io;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal shares of a run's work, so that several machines can each do one; {@code merge} puts their
 * results together.
 *
 * @param number which share, counted from 1
 * @param count how many there are
 */
public record Shard(int number, int count) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    private static final Pattern COMMENT = Pattern.compile("part (\\d{1,6}) of (\\d{1,6}); .*");

    /** Needs {@code 1 <= number <= count}. */
    public Shard {
        if (count < 1) {
            throw new IllegalArgumentException("expected a share such as 2/8, found " + number + "/" + count);
        }
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("expected a share of 1/" + count + " to " + count + "/" + count
                    + ", found " + number + "/" + count);
        }
    }

    /**
     * Reads what a user writes, such as {@code 2/8}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Shard parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a share such as 2/8, found " + text);
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The share that a file holds, when the text is the comment that says so. */
    public static Optional<Shard> ofComment(String text) {
        Matcher matcher = COMMENT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int count = Integer.parseInt(matcher.group(2));
        return number < 1 || number > count ? Optional.empty() : Optional.of(new Shard(number, count));
    }

    /** The share that a file with these comments holds: the last one says so. */
    public static Optional<Shard> ofComments(List<String> comments) {
        return comments.isEmpty() ? Optional.empty() : ofComment(comments.getLast());
    }

    /** The last comment of a file which holds this share alone. */
    public String comment() {
        return "part " + number + " of " + count + "; expomotif merge puts the parts together";
    }

    /** Where this share begins in work of {@code total} units. */
    public long from(long total) {
        return share(total, number - 1);
    }

    /** Where this share ends, the unit after its last: where the next one begins. */
    public long to(long total) {
        return share(total, number);
    }

    /** Whether the unit of that number, counted from 0, is of this share. */
    public boolean holds(long unit, long total) {
        return from(total) <= unit && unit < to(total);
    }

    /** {@code floor(total i / count)}, without a product that could overflow. */
    private long share(long total, int i) {
        return total / count * i + total % count * i / count;
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}

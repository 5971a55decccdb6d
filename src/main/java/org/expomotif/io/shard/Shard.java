package org.expomotif.io.shard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of the work of a run, which can be done on different machines; {@code merge} combines
 * their results.
 *
 * @param number number of the shard, counted from 1
 * @param count number of shards
 */
public record Shard(int number, int count) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    private static final Pattern COMMENT = Pattern.compile("part (\\d{1,6}) of (\\d{1,6}); .*");

    /** Checks that {@code 1 <= number <= count}. */
    public Shard {
        if (count < 1) {
            throw new IllegalArgumentException("expected a shard such as 2/8, found " + number + "/" + count);
        }
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("expected a shard from 1/" + count + " to " + count + "/" + count
                    + ", found " + number + "/" + count);
        }
    }

    /**
     * Parses a shard as written by a user, such as {@code 2/8}.
     *
     * @throws IllegalArgumentException with a message that says what was expected
     */
    public static Shard parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a shard such as 2/8, found " + text);
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The shard of a file, if the text is the comment that names it. */
    public static Optional<Shard> ofComment(String text) {
        Matcher matcher = COMMENT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int count = Integer.parseInt(matcher.group(2));
        return number < 1 || number > count ? Optional.empty() : Optional.of(new Shard(number, count));
    }

    /** The shard of a file with these comments; the last comment names it. */
    public static Optional<Shard> ofComments(List<String> comments) {
        return comments.isEmpty() ? Optional.empty() : ofComment(comments.getLast());
    }

    /** The last comment of a file that contains only this shard. */
    public String comment() {
        return "part " + number + " of " + count + "; expomotif merge puts the parts together";
    }

    /** First unit of this shard, in work of {@code total} units. */
    public long from(long total) {
        return share(total, number - 1);
    }

    /** The unit after the last of this shard, in work of {@code total} units. */
    public long to(long total) {
        return share(total, number);
    }

    /** Whether this shard contains a unit, counted from 0. */
    public boolean holds(long unit, long total) {
        return from(total) <= unit && unit < to(total);
    }

    /** {@code floor(total i / count)}, computed without a product that could overflow. */
    private long share(long total, int i) {
        return total / count * i + total % count * i / count;
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}

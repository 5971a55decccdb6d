package org.expomotif.report;

import java.util.List;
import java.util.stream.Collectors;
import org.expomotif.io.CFormat;
import org.expomotif.motif.Motif;

/**
 * What a motif matches beside its best match, folded up: names in one line and, unfolded, the motif's logo with those
 * of the matches below, aligned.
 */
final class FurtherMatches {
    /** So many have a logo, which keeps the page small. */
    static final int LOGOS = 9;

    private static final int NAMES = 3;
    private static final LogoOptions LOW = LogoOptions.SMALL.sized(9, 28);

    private FurtherMatches() {}

    /** The element; nothing where there are no further matches. */
    static String render(Motif motif, List<MotifRow.Match> others) {
        if (others.isEmpty()) {
            return "";
        }
        List<MotifRow.Match> drawn = others.stream().limit(LOGOS).toList();
        int start = drawn.stream()
                .mapToInt(match -> Math.max(0, match.row().offset()))
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder("<details class=\"soft\"><summary>then ");
        text.append(Markup.escape(
                others.stream().limit(NAMES).map(m -> name(m.target())).collect(Collectors.joining(", "))));
        text.append(others.size() > NAMES ? " and " + (others.size() - NAMES) + " more" : "");
        text.append("</summary>\n").append(AlignedLogos.shifted(motif, start, LOW));
        for (MotifRow.Match match : drawn) {
            Motif target = match.target();
            char orientation = match.row().orientation();
            text.append("<div>").append(Markup.escape(name(target)));
            text.append(target.name().isEmpty() ? "" : " " + Markup.escape(target.id()));
            text.append(" (")
                    .append(orientation)
                    .append("), q ")
                    .append(CFormat.g(match.row().qValue(), 3));
            text.append("</div>\n");
            Motif oriented = orientation == '-' ? target.reverseComplement() : target;
            text.append(AlignedLogos.shifted(oriented, start - match.row().offset(), LOW));
        }
        if (others.size() > LOGOS) {
            text.append("<div>").append(others.size() - LOGOS).append(" more in the table of matches</div>");
        }
        return text.append("</details>").toString();
    }

    private static String name(Motif motif) {
        return motif.name().isEmpty() ? motif.id() : motif.name();
    }
}

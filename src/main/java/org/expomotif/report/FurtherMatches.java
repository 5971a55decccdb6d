package org.expomotif.report;

import java.util.List;
import java.util.stream.Collectors;
import org.expomotif.compare.TargetMatch;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Motif;

/**
 * The matches of a motif after its best match, in a collapsed section: their names in one line and, when expanded, the
 * logo of the motif with the aligned logos of the matches below.
 */
final class FurtherMatches {
    /** Maximum number of matches with a logo, which limits the size of the page. */
    static final int LOGOS = 9;

    private static final int NAMES = 3;
    private static final LogoOptions LOW = LogoOptions.SMALL.sized(9, 28);

    private FurtherMatches() {}

    /** The HTML element; empty when there are no further matches. */
    static String render(Motif motif, List<TargetMatch> others) {
        if (others.isEmpty()) {
            return "";
        }
        List<TargetMatch> drawn = others.stream().limit(LOGOS).toList();
        int start = drawn.stream()
                .mapToInt(match -> Math.max(0, match.row().offset()))
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder("<details class=\"soft\"><summary>then ");
        text.append(Markup.escape(
                others.stream().limit(NAMES).map(m -> name(m.target())).collect(Collectors.joining(", "))));
        text.append(others.size() > NAMES ? " and " + (others.size() - NAMES) + " more" : "");
        text.append("</summary>\n").append(AlignedLogos.shifted(motif, start, LOW));
        for (TargetMatch match : drawn) {
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

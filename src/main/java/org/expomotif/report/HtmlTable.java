package org.expomotif.report;

/** A sortable table of text cells on an HTML page. */
final class HtmlTable {
    private final StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>");
    private final boolean[] numbers;

    /** Starts a table; a heading that begins with {@code #} is that of a column of numbers. */
    HtmlTable(String... headings) {
        numbers = new boolean[headings.length];
        for (int i = 0; i < headings.length; i++) {
            numbers[i] = headings[i].startsWith("#");
            html.append(numbers[i] ? "<th class=\"number\">" : "<th>");
            html.append("<button>")
                    .append(Markup.escape(numbers[i] ? headings[i].substring(1) : headings[i]))
                    .append("</button></th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
    }

    /** Adds a row of plain text. */
    void row(String... cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            String text = Markup.escape(cells[i]);
            html.append(numbers[i] ? "<td class=\"number\"" : "<td")
                    .append(" data-key=\"")
                    .append(text)
                    .append("\">")
                    .append(text)
                    .append("</td>");
        }
        html.append("</tr>\n");
    }

    /** The whole table. */
    String html() {
        return html + "</tbody>\n</table></div>\n";
    }
}

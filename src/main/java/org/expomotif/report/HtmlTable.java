package org.expomotif.report;

/** A sortable table of text cells on an HTML page. */
public final class HtmlTable {
    private final StringBuilder html = new StringBuilder();
    private final boolean[] numbers;

    /** Starts a table; a heading that begins with {@code #} is that of a column of numbers. */
    public HtmlTable(String... headings) {
        numbers = new boolean[headings.length];
        TableMarkup.open(html);
        for (int i = 0; i < headings.length; i++) {
            numbers[i] = headings[i].startsWith("#");
            if (numbers[i]) {
                TableMarkup.numberHeading(html, Markup.escape(headings[i].substring(1)));
            } else {
                TableMarkup.heading(html, Markup.escape(headings[i]));
            }
        }
        TableMarkup.rows(html);
    }

    /** Adds a row of plain text. */
    public void row(String... cells) {
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
    public String html() {
        StringBuilder whole = new StringBuilder(html);
        TableMarkup.close(whole);
        return whole.toString();
    }
}

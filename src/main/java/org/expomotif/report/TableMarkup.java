package org.expomotif.report;

/**
 * The parts of sortable tables on HTML pages, and of the legends below them. A cell is sorted by its key; columns of
 * pictures have no keys and cannot be sorted by.
 */
final class TableMarkup {
    private static final String NUMBER = " class=\"number\"";

    private TableMarkup() {}

    /** Opens a table and its row of headings. */
    static void open(StringBuilder text) {
        text.append("<div class=\"scroll\"><table>\n<thead><tr>");
    }

    /** Adds the heading of a column of text. */
    static void heading(StringBuilder text, String name) {
        heading(text, name, "");
    }

    /** Adds the heading of a column of numbers. */
    static void numberHeading(StringBuilder text, String name) {
        heading(text, name, NUMBER);
    }

    private static void heading(StringBuilder text, String name, String attributes) {
        text.append("<th").append(attributes).append("><button>").append(name).append("</button></th>");
    }

    /** Adds the heading of a column of pictures. */
    static void pictureHeading(StringBuilder text, String name) {
        text.append("<th>").append(name).append("</th>");
    }

    /** Ends the row of headings. */
    static void rows(StringBuilder text) {
        text.append("</tr></thead>\n<tbody>\n");
    }

    /**
     * Adds a cell of a column of numbers.
     *
     * @param key the number that the table is sorted by; empty for none
     * @param shown what the cell shows, as HTML
     */
    static void number(StringBuilder text, String key, String shown) {
        text.append("<td")
                .append(NUMBER)
                .append(" data-key=\"")
                .append(key)
                .append("\">")
                .append(shown)
                .append("</td>");
    }

    /** Ends the table. */
    static void close(StringBuilder text) {
        text.append("</tbody>\n</table></div>\n");
    }

    /** Adds a word and its meaning, both as HTML, to a legend. */
    static void entry(StringBuilder text, String word, String meaning) {
        text.append("<dt>").append(word).append("</dt><dd>").append(meaning).append("</dd>\n");
    }
}

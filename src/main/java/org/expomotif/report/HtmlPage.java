package org.expomotif.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.run.Checksum;

/**
 * The frame of a self-contained HTML page. It includes its style and script (page.css and page.js beside this class),
 * suits light and dark screens and paper, sorts and filters its tables and saves them as TSV, and saves its pictures as
 * SVG or PNG. Its content security policy lets it load nothing.
 */
public final class HtmlPage {
    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    /** Nothing is loaded, and nothing runs but the style and the script above; pictures are made of the page's own. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; script-src 'sha256-" + hash(SCRIPT) + "'; img-src blob:; base-uri 'none'; form-action 'none'";

    private HtmlPage() {}

    /**
     * Returns a whole page.
     *
     * @param title plain text
     * @param facts lines of plain text below the title
     * @param body HTML
     * @param record lines of plain text with the provenance, in a collapsed section at the end
     */
    public static String of(String title, List<String> facts, String body, List<String> record) {
        StringBuilder page = new StringBuilder();
        String safe = Markup.escape(title);
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>");
        page.append(safe).append("</title>\n<style>").append(STYLE).append("</style>\n</head>\n<body>\n<h1>");
        page.append(safe).append("</h1>\n");
        if (!facts.isEmpty()) {
            page.append("<ul class=\"facts\">\n");
            facts.forEach(f -> page.append("<li>").append(Markup.escape(f)).append("</li>\n"));
            page.append("</ul>\n");
        }
        page.append(body);
        if (!record.isEmpty()) {
            page.append("<details class=\"soft\"><summary>How this was made</summary><pre>");
            page.append(Markup.escape(String.join("\n", record))).append("</pre></details>\n");
        }
        return page.append("<script>")
                .append(SCRIPT)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        byte[] digest = Checksum.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    /** Writes text to a file atomically. */
    public static void write(String pathOrDash, String text) {
        try (OutputSink sink = Outputs.open(pathOrDash)) {
            sink.write(text);
            sink.commit();
        }
    }
}

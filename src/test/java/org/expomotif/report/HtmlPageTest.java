package org.expomotif.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private static final String PAGE =
            HtmlPage.of("A <title>", List.of("a & b"), "<p>body</p>", List.of("made <here>"));

    @Test
    void titleFactsBodyAndRecord() {
        assertThat(PAGE)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains(
                        "<title>A &lt;title&gt;</title>",
                        "<h1>A &lt;title&gt;</h1>",
                        "<li>a &amp; b</li>",
                        "<p>body</p>")
                .contains("<details class=\"soft\"><summary>How this was made</summary><pre>made &lt;here&gt;</pre>");
        assertThat(HtmlPage.of("t", List.of(), "", List.of())).doesNotContain("facts\">", "How this was made");
    }

    /** A browser runs a style or script only if its hash value is in the policy. */
    @Test
    void thePolicyAllowsItsStyleAndScriptAndNothingElse() throws Exception {
        assertThat(policy())
                .contains("default-src 'none'")
                .contains("style-src 'sha256-" + hashOf("style") + "'")
                .contains("script-src 'sha256-" + hashOf("script") + "'")
                .doesNotContain("unsafe", "*", "http");
    }

    private static String policy() {
        return group("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">");
    }

    private static String hashOf(String element) throws Exception {
        String text = group("(?s)<" + element + ">(.*)</" + element + ">");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    private static String group(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(PAGE);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

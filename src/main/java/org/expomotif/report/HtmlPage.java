package org.expomotif.report;

import java.util.List;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;

/**
 * The frame of a self-contained HTML page. It includes its style and script, suits light and dark screens and paper,
 * and sorts its tables by a click on a heading.
 */
final class HtmlPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c1e21;--soft:#666b73;--paper:#fff;--line:#dcdfe3;--band:#f5f6f8}
            @media (prefers-color-scheme:dark){:root{--ink:#e6e7e9;--soft:#9aa0a8;--paper:#17191c;--line:#33373d;--band:#1f2226}
            svg path[fill="#255c99"]{fill:#5a9bdc}svg path[fill="#109648"]{fill:#2fbf6b}svg path[fill="#d62839"]{fill:#f05565}}
            body{margin:2rem auto;max-width:76rem;padding:0 1rem;font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
            h1{font-size:1.5rem;margin:0 0 .3rem}
            .facts{color:var(--soft);margin:0 0 1.2rem;padding:0;list-style:none;overflow-wrap:anywhere}
            .scroll{overflow-x:auto}
            table{border-collapse:collapse;width:100%}
            th,td{padding:.5rem .7rem;text-align:left;vertical-align:middle;border-bottom:1px solid var(--line)}
            th{position:sticky;top:0;background:var(--band);white-space:nowrap;font-weight:600}
            th button{all:unset;cursor:pointer}th button:focus-visible{outline:2px solid;outline-offset:2px}
            th[aria-sort=ascending] button::after{content:" \\25b2"}th[aria-sort=descending] button::after{content:" \\25bc"}
            .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            code{font:13px/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
            .soft{color:var(--soft);font-size:13px}
            .good{padding:.1rem .5rem;border:1px solid #109648;border-radius:1rem;color:#0b7a39;font-size:13px}
            @media (prefers-color-scheme:dark){.good{color:#2fbf6b}}
            svg{display:block}
            details{margin:1.2rem 0}td details{margin:0}summary{cursor:pointer}td details svg{margin:.2rem 0 .6rem}
            .legend{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1rem 0;font-size:13px}
            .legend dt{font-weight:600}.legend dd{margin:0;color:var(--soft)}
            pre{white-space:pre-wrap;overflow-wrap:anywhere}
            @media print{body{margin:0;max-width:none;color:#000;background:#fff}th{position:static}tr{break-inside:avoid}.scroll{overflow:visible}}
            """;

    private static final String SCRIPT = """
            document.querySelectorAll('th button').forEach(button=>button.addEventListener('click',()=>{
              const heading=button.parentElement,row=heading.parentElement,body=heading.closest('table').tBodies[0];
              const column=[...row.children].indexOf(heading);
              const down=heading.getAttribute('aria-sort')==='ascending';
              [...row.children].forEach(h=>h.removeAttribute('aria-sort'));
              heading.setAttribute('aria-sort',down?'descending':'ascending');
              const key=r=>r.children[column].dataset.key;
              const order=(x,y)=>{
                const a=key(x),b=key(y);
                if(a===''||b==='')return (a==='')-(b==='');
                const c=isNaN(a)||isNaN(b)?a.localeCompare(b,undefined,{numeric:true}):a-b;
                return down?-c:c;
              };
              [...body.rows].sort(order).forEach(r=>body.append(r));
            }));
            """;

    private HtmlPage() {}

    /**
     * Returns a whole page.
     *
     * @param title plain text
     * @param facts lines of plain text below the title
     * @param body HTML
     * @param record lines of plain text with the provenance, in a collapsed section at the end
     */
    static String of(String title, List<String> facts, String body, List<String> record) {
        StringBuilder page = new StringBuilder();
        String safe = Markup.escape(title);
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>");
        page.append(safe).append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<h1>");
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
        return page.append("<script>\n")
                .append(SCRIPT)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    /** Writes text to a file atomically. */
    static void write(String pathOrDash, String text) {
        try (OutputSink sink = Outputs.open(pathOrDash)) {
            sink.write(text);
            sink.commit();
        }
    }
}

package org.expomotif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the pages of the documentation lead somewhere, and every page is found from the index. */
class DocumentationTest {
    private static final Path INDEX = Path.of("docs/README.md");

    private static final Pattern LINK = Pattern.compile("(?<!`)!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern PAGE = Pattern.compile("(?<![\\w/.-])docs/[\\w/-]+\\.(?:md|sh|svg)\\b");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\\n]+`");
    /** A pattern of files of the source tree that the archive contains. */
    private static final Pattern INCLUDE = Pattern.compile("<include>([^<]+)</include>");

    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String top : List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "THIRD-PARTY.md")) {
            pages.add(Path.of(top));
        }
        for (String folder : List.of("docs", "galaxy-tools", "packaging", "test-data", "nextflow", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAPageAndASectionThatExist(Path page) throws IOException {
        List<String> faults = new ArrayList<>();
        for (String link : links(page)) {
            String[] parts = link.split("#", 2);
            Path target = target(page, parts[0]);
            if (!Files.exists(target)) {
                faults.add(link + ": there is no " + target);
            } else if (parts.length == 2 && !anchors(target).contains(parts[1])) {
                faults.add(link + ": " + target + " has no such section, but " + anchors(target));
            }
        }
        assertThat(faults).as(page.toString()).isEmpty();
    }

    @Test
    void everyBenchmarkIsInTheirList() throws IOException {
        String list = Files.readString(Path.of("bench/README.md"));
        try (Stream<Path> files = Files.list(Path.of("bench"))) {
            assertThat(files.filter(Files::isExecutable).filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(script -> assertThat(list).contains("`" + script));
        }
    }

    @Test
    void everyLinkOfAPageInTheArchiveLeadsToAFileInTheArchive() throws IOException {
        Matcher includes = INCLUDE.matcher(Files.readString(Path.of("src/assembly/contents.xml")));
        List<PathMatcher> packed = includes.results()
                .map(include -> include.group(1).replace("**/", "{**/,}"))
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
        Predicate<Path> isPacked = file -> packed.stream().anyMatch(pattern -> pattern.matches(file));
        List<Path> inside = pages().stream().filter(isPacked).toList();
        assertThat(inside).contains(Path.of("README.md"), Path.of("docs/scan.md"), Path.of("docs/commands/scan.md"));
        List<String> faults = new ArrayList<>();
        for (Path page : inside) {
            for (String link : links(page)) {
                Path target = target(page, link.split("#", 2)[0]);
                if (!isPacked.test(target)) {
                    faults.add(page + ": " + link);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPageIsFoundFromTheIndex() throws IOException {
        Set<Path> found = new LinkedHashSet<>(Set.of(INDEX));
        Deque<Path> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            Path page = open.remove();
            for (String link : links(page)) {
                Path target = target(page, link.split("#", 2)[0]);
                boolean listed = page.equals(INDEX) || page.endsWith("commands/README.md");
                if (listed && target.startsWith("docs") && target.toString().endsWith(".md") && found.add(target)) {
                    open.add(target);
                }
            }
        }
        assertThat(pages().stream().filter(page -> page.startsWith("docs")))
                .as("docs/README.md, or docs/commands/README.md, names every page")
                .allMatch(found::contains);
    }

    /** Pages that messages, help, comments and scripts name. */
    @ParameterizedTest
    @CsvSource({"src", "bench", "bin", ".ci", "nextflow", "galaxy-tools", "packaging", "containers", "pom.xml"})
    void everyPageThatTheSourcesNameExists(String place) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(place))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.endsWith("ReferenceIT.java")) {
                    continue;
                }
                Matcher page = PAGE.matcher(text(file));
                while (page.find()) {
                    if (!Files.exists(Path.of(page.group()))) {
                        faults.add(file + ": " + page.group());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3. How good is it? `evaluate` and `predict` | 3-how-good-is-it-evaluate-and-predict",
                ".npy, .npz and models | npy-npz-and-models",
                "A [link](x.md) | a-link"
            })
    void anchorsAreThoseOfGitHub(String heading, String anchor) {
        assertThat(anchor(heading)).isEqualTo(anchor);
    }

    /** The links of a page within the source tree. */
    private static List<String> links(Path page) throws IOException {
        Matcher link = LINK.matcher(CODE.matcher(text(page)).replaceAll("x"));
        List<String> links = new ArrayList<>();
        while (link.find()) {
            if (!link.group(1).matches("[a-z]+:.*")) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    private static Path target(Path page, String link) {
        if (link.isEmpty()) {
            return page;
        }
        Path folder = page.getParent();
        return (folder == null ? Path.of(link) : folder.resolve(link)).normalize();
    }

    private static Set<String> anchors(Path page) throws IOException {
        return HEADING.matcher(text(page))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toSet());
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The text of a file; that of a binary file is empty. */
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return "";
        }
    }
}

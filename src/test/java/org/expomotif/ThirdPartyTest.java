package org.expomotif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nd4j.shade.guava.collect.ImmutableList;
import org.nd4j.shade.jackson.core.JsonFactory;
import org.nd4j.shade.protobuf.ByteString;

/** The tables of THIRD-PARTY.md against the libraries that Maven resolved and what the jars of ND4J hold. */
class ThirdPartyTest {
    private static final Pattern RESOLVED = Pattern.compile("\\s*([^: ]+:){2}jar:([^: ]+:)?[^: ]+:[a-z]+( .*)?");

    private static final List<List<List<String>>> TABLES = tables();
    private static final List<List<String>> DISTRIBUTION = TABLES.get(0);
    private static final List<List<String>> ADD_ON = TABLES.get(1);
    private static final List<List<String>> CUDA = TABLES.get(2);
    private static final List<List<String>> INSIDE = TABLES.get(3);

    @Test
    void theDistributionHoldsTheLibrariesOfTheTableInTheirVersions() {
        assertThat(files(DISTRIBUTION)).containsExactlyElementsOf(resolved("compile", "runtime"));
    }

    @Test
    void theAddOnHoldsTheLibrariesOfItsTableInTheirVersions() {
        Set<String> resolved = resolved("provided");
        Set<String> listed = files(ADD_ON);
        if (resolved.stream().anyMatch(file -> file.startsWith("nd4j-cuda"))) {
            listed.removeIf(file -> file.matches("(nd4j-native(-preset)?|openblas)-\\d.*"));
            listed.addAll(files(CUDA));
        }
        assertThat(listed).containsExactlyElementsOf(resolved);
    }

    @Test
    void whatIsDistributedIsUnderLicencesWithoutConditionsOnTheProgram() {
        assertThat(DISTRIBUTION).allSatisfy(row -> assertThat(row.get(3)).isIn("MIT", "Apache-2.0", "BSD-3-Clause"));
    }

    @Test
    void theLibrariesInsideTheJarsOfNd4jAreThoseThatTheJarsState() {
        assertThat(INSIDE.stream().map(row -> row.subList(0, 3)))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                inside("guava", ImmutableList.class),
                                inside("jackson", JsonFactory.class),
                                inside("protobuf", ByteString.class))
                        .flatMap(Collection::stream)
                        .toList());
    }

    /** The tables of the page, each as its rows without the header, each row as its cells. */
    private static List<List<List<String>>> tables() {
        List<List<List<String>>> tables = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("THIRD-PARTY.md"))) {
                if (line.startsWith("|---")) {
                    tables.add(new ArrayList<>());
                } else if (line.startsWith("| ") && !line.endsWith("| licence |")) {
                    String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
                    tables.getLast().add(List.of(cells));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static Set<String> files(List<List<String>> table) {
        return table.stream().map(row -> row.get(0) + "-" + row.get(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The libraries of some scopes, as name and version, from the list that the build writes:
     * group:name:jar:[system:]version:scope.
     */
    private static Set<String> resolved(String... scopes) {
        @Nullable InputStream list = ThirdPartyTest.class.getResourceAsStream("/resolved.txt");
        assertThat(list)
                .as("the list that Maven writes in generate-test-resources")
                .isNotNull();
        String text;
        try (InputStream in = list) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.lines()
                .filter(line -> RESOLVED.matcher(line).matches())
                .map(line -> line.strip().split(" ")[0].split(":"))
                .filter(parts -> List.of(scopes).contains(parts[parts.length - 1]))
                .map(parts -> parts[1] + "-" + parts[parts.length - 2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The libraries in a jar according to the jar: the jar, the library, its version. */
    private static List<List<String>> inside(String jar, Class<?> found) {
        List<List<String>> libraries = new ArrayList<>();
        try (JarFile file = new JarFile(Path.of(found.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.getName().matches("META-INF/maven/(?!org\\.nd4j/).*/pom\\.properties")) {
                    Properties stated = new Properties();
                    stated.load(file.getInputStream(entry));
                    libraries.add(List.of(jar, stated.getProperty("artifactId"), stated.getProperty("version")));
                }
            }
        } catch (Exception e) {
            throw new AssertionError(found.getName(), e);
        }
        return libraries;
    }
}

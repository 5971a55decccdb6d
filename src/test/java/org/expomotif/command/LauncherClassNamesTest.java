package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The classes that {@code bin/expomotif} names exist. A hint to the JVM's compiler for a class that was renamed is
 * ignored without a message, and the scan or the training becomes slow.
 */
class LauncherClassNamesTest {
    private static final Pattern LOOP = Pattern.compile("for filter in ([^;]+); do");
    private static final Pattern CLASS = Pattern.compile("org\\.expomotif(?:\\.[a-z0-9]+)+\\.([$A-Z][A-Za-z0-9]*\\*?)");

    private static final Set<String> CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/")).importPackages("org.expomotif").stream()
                    .map(JavaClass::getName)
                    .collect(Collectors.toSet());

    @Test
    void everyClassNamedInTheLauncherExists() throws IOException {
        List<String> named = classesNamed(Files.readString(Path.of("bin/expomotif")));

        assertThat(named).hasSizeGreaterThanOrEqualTo(6);
        assertThat(named).allSatisfy(name -> assertThat(CLASSES).as(name).anyMatch(type -> matches(name, type)));
    }

    private static List<String> classesNamed(String launcher) {
        Matcher loop = LOOP.matcher(launcher);
        assertThat(loop.find()).isTrue();
        List<String> named = new ArrayList<>();
        Matcher matcher = CLASS.matcher(launcher);
        while (matcher.find()) {
            if (matcher.group(1).equals("$filter")) {
                for (String filter : loop.group(1).split(" ")) {
                    named.add(matcher.group().replace("$filter", filter));
                }
            } else {
                named.add(matcher.group());
            }
        }
        return named;
    }

    private static boolean matches(String name, String type) {
        return name.endsWith("*") ? type.startsWith(name.substring(0, name.length() - 1)) : type.equals(name);
    }
}

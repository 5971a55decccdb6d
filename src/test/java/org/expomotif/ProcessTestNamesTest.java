package org.expomotif;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.expomotif.testing.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;

/** Tests that start processes, and only these, have names that end in IT: Maven runs them after all others. */
class ProcessTestNamesTest {
    private static final Set<String> PROCESSES =
            Set.of(Process.class.getName(), ProcessBuilder.class.getName(), JavaProcess.class.getName());

    private static final List<JavaClass> TESTS = new ClassFileImporter()
                    .importUrl(ProcessTestNamesTest.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation())
                    .stream()
                    .filter(ProcessTestNamesTest::isTest)
                    .toList();

    private static boolean isTest(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(
                        method -> method.isAnnotatedWith(Test.class) || method.isMetaAnnotatedWith(TestTemplate.class));
    }

    private static Stream<String> namesOfTestsWithProcesses() {
        return TESTS.stream()
                .filter(type -> type.getAccessesFromSelf().stream()
                        .anyMatch(access ->
                                PROCESSES.contains(access.getTargetOwner().getName())))
                .map(JavaClass::getName);
    }

    @Test
    void testsThatStartProcessesAreNamedIT() {
        assertThat(TESTS).hasSizeGreaterThan(100);
        assertThat(namesOfTestsWithProcesses())
                .hasSizeGreaterThan(5)
                .allMatch(name -> name.endsWith("IT"), "ends in IT, because it starts a process");
    }

    @Test
    void allOthersAreNamedTest() {
        List<String> processes = namesOfTestsWithProcesses().toList();
        assertThat(TESTS)
                .extracting(JavaClass::getName)
                .filteredOn(name -> !processes.contains(name))
                .allMatch(name -> name.endsWith("Test"), "ends in Test, because it starts no process");
    }
}

package org.expomotif;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.expomotif.run.StandardError;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between the packages: command to features to engines to motifs to statistics and DNA. */
class ArchitectureTest {
    private static final String[] FEATURES = {
        "report",
        "benchmark",
        "demo",
        "discover",
        "peaks",
        "synth",
        "dataset",
        "variant",
        "seqlet",
        "instance",
        "attribution",
        "filter",
        "train",
        "export",
        "enrich"
    };
    private static final String[] ENGINES = {"network", "dl4j", "compare", "scan"};

    private static final Set<String> WRITING = Set.of(
            "newOutputStream",
            "newBufferedWriter",
            "newByteChannel",
            "write",
            "writeString",
            "copy",
            "move",
            "createFile",
            "createTempFile",
            "createLink",
            "createSymbolicLink");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.expomotif");

    @Test
    void dependenciesPointDownThroughTheLayers() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("command")
                .definedBy("org.expomotif.command..")
                .layer("features")
                .definedBy(packages(FEATURES))
                .layer("engines")
                .definedBy(packages(ENGINES))
                .layer("motif")
                .definedBy("org.expomotif.motif..")
                .layer("stats")
                .definedBy("org.expomotif.stats..")
                .layer("io")
                .definedBy("org.expomotif.io..")
                .layer("dna")
                .definedBy("org.expomotif.dna..")
                .layer("run")
                .definedBy("org.expomotif.run..")
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("features")
                .mayOnlyAccessLayers("engines", "motif", "stats", "dna", "io", "run")
                .whereLayer("engines")
                .mayOnlyAccessLayers("motif", "stats", "dna", "io", "run")
                .whereLayer("motif")
                .mayOnlyAccessLayers("stats", "dna", "io", "run")
                .whereLayer("io")
                .mayOnlyAccessLayers("dna", "run")
                .whereLayer("stats")
                .mayOnlyAccessLayers("run")
                .whereLayer("dna")
                .mayOnlyAccessLayers("run")
                .whereLayer("run")
                .mayNotAccessAnyLayer()
                .check(MAIN);
    }

    @Test
    void everyClassLivesInAPackageOfTheMap() {
        classes()
                .should()
                .resideInAnyPackage(concat(
                        packages(FEATURES),
                        packages(ENGINES),
                        packages("command", "motif", "stats", "dna", "io", "run")))
                .check(MAIN);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.expomotif.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void subPackagesFormNoCycle() {
        slices().matching("org.expomotif.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void packagesHoldAtMost25TopLevelTypes() {
        Map<String, Long> sizes = MAIN.stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.getSimpleName().equals("package-info")
                        && type.getPackageName().startsWith("org.expomotif."))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertThat(sizes).hasSizeGreaterThan(30);
        assertThat(sizes).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(25));
    }

    @Test
    void everyPackageSaysInOneSentenceWhatLivesThere() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/expomotif"))) {
            List<Path> rooms = folders.filter(Files::isDirectory).skip(1).toList();

            assertThat(rooms).hasSizeGreaterThan(30);
            assertThat(rooms)
                    .allSatisfy(room -> assertThat(room.resolve("package-info.java"))
                            .content()
                            .containsPattern("(?s)/\\*\\*.*[.]\\s*\\*/"));
        }
    }

    @Test
    void theArchitecturePageNamesEveryPackage() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));

        assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(
                        name -> assertThat(page).contains("| `" + name.substring("org.expomotif.".length()) + "` |"));
    }

    @Test
    void theWaysOfTheArchitecturePageNameClassesThatExist() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        String ways = page.substring(page.indexOf("## The way"), page.indexOf("## Adding a command"));
        List<String> named = Pattern.compile("`([a-z.]*[A-Z][A-Za-z0-9]+)`")
                .matcher(ways)
                .results()
                .map(match -> "." + match.group(1))
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(60);
        Set<String> classes = MAIN.stream().map(JavaClass::getName).collect(Collectors.toSet());
        assertThat(named)
                .filteredOn(name -> classes.stream().noneMatch(type -> type.endsWith(name)))
                .isEmpty();
    }

    @Test
    void onlyTheNetworkKnowsItsLayersKernelsAndThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.expomotif.network..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.expomotif.network.layer",
                                "org.expomotif.network.kernel",
                                "org.expomotif.network.parallel")
                        .and(not(name("org.expomotif.network.layer.Parameter"))))
                .check(MAIN);
    }

    @Test
    void onlyTheScannerKnowsItsKernelsAndShards() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.expomotif.scan..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.expomotif.scan.kernel"))
                .check(MAIN);
    }

    @Test
    void onlyTomtomKnowsItsColumnScores() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.expomotif.compare..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.expomotif.compare.score")
                        .and(not(nameMatching("org\\.expomotif\\.compare\\.score\\.(TomtomOptions|ColumnDistance).*"))))
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(be(describe(
                        "in a package whose package-info has @NullMarked",
                        (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .check(MAIN);
    }

    @Test
    void onlyTheDl4jEngineKnowsDl4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.expomotif.dl4j..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.deeplearning4j..", "org.nd4j.."))
                .check(MAIN);
    }

    @Test
    void onlyTheReaderOfHdf5KnowsItsLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.expomotif.io.hdf5", "org.expomotif.discover.hdf5")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.jhdf.."))
                .check(MAIN);
    }

    @Test
    void onlyCommandsKnowTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.expomotif.command..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("picocli.."))
                .check(MAIN);
    }

    /** Options parse and validate; the commands hand what was chosen to the features. */
    @Test
    void optionsWriteNothing() {
        noClasses()
                .that()
                .resideInAPackage("org.expomotif.command..")
                .and()
                .haveNameMatching(".*Options?")
                .should()
                .callMethodWhere(describe(
                        "writes an output",
                        call -> resideInAnyPackage("org.expomotif.io..", "org.expomotif.report..")
                                        .test(call.getTargetOwner())
                                && call.getName().matches("write.*|open.*")))
                .check(MAIN);
    }

    @Test
    void onlyCommandsKnowTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.expomotif.command..")
                .and()
                .haveSimpleNameNotStartingWith("Standard")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(MAIN);
    }

    /** Text on standard error is escaped there. */
    @Test
    void onlyStandardErrorKnowsStandardError() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(StandardError.class)
                .should()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(MAIN);
    }

    /**
     * A file that is written in another way would not be replaced as a whole, and would be missing from the plan of the
     * run.
     */
    @Test
    void onlyAtomicAndTemporaryFilesAreWritten() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.expomotif.run..")
                .should()
                .callMethodWhere(describe(
                        "writes a file",
                        call -> call.getTargetOwner().isEquivalentTo(Files.class) && WRITING.contains(call.getName())))
                .orShould()
                .callConstructorWhere(describe(
                        "writes a file",
                        call -> call.getTargetOwner().isAssignableTo(FileOutputStream.class)
                                || call.getTargetOwner().isAssignableTo(FileWriter.class)
                                || call.getTargetOwner().isAssignableTo(RandomAccessFile.class)))
                .check(MAIN);
    }

    private static String[] packages(String... names) {
        String[] patterns = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            patterns[i] = "org.expomotif." + names[i] + "..";
        }
        return patterns;
    }

    private static String[] concat(String[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(String[]::new);
    }
}

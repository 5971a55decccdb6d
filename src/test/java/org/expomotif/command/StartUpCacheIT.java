package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests in which folder the launcher makes its start-up cache and which cache it uses. Java is replaced by a script
 * that writes caches of one line and prints the cache it was started with. {@code .ci/end-to-end} has the same tests
 * with Java and with other users.
 */
@EnabledOnOs(OS.LINUX)
class StartUpCacheIT {
    private static final String JAVA = """
            mode='' cache=''
            for argument in "$@"; do
                case $argument in
                    -XX:AOTMode=*) mode=${argument#*=} ;;
                    -XX:AOTCache=*) cache=${argument#*=} ;;
                esac
            done
            case $mode in
                record) eval "$REHEARSAL"; exit ;;
                create) echo made >>"$MADE"; echo cache >"$cache"; exit ;;
                on) exit "${TRIAL:-0}" ;;
            esac
            echo "${cache##*/}\"""";

    private static final String NAME = "plain-25.aot";

    @TempDir
    Path home;

    private Path installed;
    private Path made;

    @BeforeEach
    void install() throws IOException {
        Path lib = Files.createDirectories(home.resolve("lib"));
        Files.createFile(lib.resolve("expomotif-1.jar"));
        LauncherFolder.withJava(home, JAVA);
        installed = lib.resolve("cache");
        made = home.resolve("made.txt");
    }

    @Test
    void isMadeAtTheFirstStartAndUsedFromThenOn() throws Exception {
        for (int start = 0; start < 3; start++) {
            assertThat(said()).isEqualTo(NAME);
        }
        assertThat(made).hasContent("made");
        assertThat(names(installed)).containsExactly(NAME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(installed)))
                .matches(".{3}.-..-.");
    }

    /** Under a umask that lets the group write, as many systems have it. */
    @Test
    void isNotForTheGroupToWriteWhateverTheUmask() throws Exception {
        ProcessBuilder builder = builder(Map.of());
        builder.command(
                "sh", "-c", "umask 002; exec \"$0\" motifs x", builder.command().getFirst());
        assertThat(said(builder.start())).isEqualTo(NAME);
        assertThat(said()).isEqualTo(NAME);
        assertThat(made).hasContent("made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwxr-x", "rwxr-xrwx"})
    void isNeitherTakenFromNorMadeInAFolderThatOthersCanWrite(String mode) throws Exception {
        assertThat(said()).isEqualTo(NAME);
        allow(installed, mode);
        assertThat(said()).isEmpty();
        Files.delete(installed.resolve(NAME));
        assertThat(said()).isEmpty();
        assertThat(names(installed)).isEmpty();
        allow(installed, "rwxr-xr-x");
        assertThat(said()).isEqualTo(NAME);
    }

    @Test
    void isNotTakenFromAFolderWithTheStickyBit() throws Exception {
        assertThat(said()).isEqualTo(NAME);
        Files.setAttribute(installed, "unix:mode", 01777);
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-rw-", "rw-rw-r--", "rw-r--rw-"})
    void isNotUsedWhenOthersCanWriteIt(String mode) throws Exception {
        assertThat(said()).isEqualTo(NAME);
        allow(installed.resolve(NAME), mode);
        assertThat(said()).isEmpty();
    }

    @Test
    void isNotTakenThroughALink() throws Exception {
        assertThat(said()).isEqualTo(NAME);
        Path elsewhere = home.resolve("elsewhere");
        Files.move(installed, elsewhere);
        Files.createSymbolicLink(installed, elsewhere);
        assertThat(said()).isEmpty();
        Files.delete(installed);
        Files.createDirectory(installed);
        Files.createSymbolicLink(installed.resolve(NAME), elsewhere.resolve(NAME));
        assertThat(said()).isEmpty();
    }

    /** A user who can write to a parent folder can replace the folder of the cache. */
    @ParameterizedTest
    @CsvSource({"0755, true", "0775, false", "0757, false", "01777, true"})
    void everyFolderAboveThatOfTheUserIsLookedAt(String mode, boolean fits) throws Exception {
        Path above = Files.createDirectory(home.resolve("above"));
        Path below = Files.createDirectory(above.resolve("below"));
        Files.setAttribute(above, "unix:mode", Integer.parseInt(mode, 8));
        boolean used = fits && onlyOurs(home);
        Map<String, String> given =
                Map.of("EXPOMOTIF_CACHE", below.resolve("a b/c").toString());
        assertThat(said(given)).isEqualTo(used ? NAME : "");
        assertThat(Files.exists(below.resolve("a b"))).isEqualTo(used);
        Path link = Files.createSymbolicLink(home.resolve("link"), below);
        assertThat(said(Map.of("EXPOMOTIF_CACHE", link + "/d"))).isEqualTo(used ? NAME : "");
        assertThat(Files.exists(below.resolve("d"))).isEqualTo(used);
    }

    @Test
    void theFolderOfTheUserIsTheSecondChoice() throws Exception {
        Files.createDirectory(installed);
        allow(installed, "rwxrwxrwx");
        Path user = home.resolve("user");
        assertThat(said(Map.of("XDG_CACHE_HOME", user.toString()))).isEqualTo(onlyOurs(home) ? NAME : "");
        assertThat(Files.exists(user)).isEqualTo(onlyOurs(home));
        assertThat(names(installed)).isEmpty();
    }

    /** A job has a home of its own that does not last. */
    @Test
    void theFolderOfTheUserCanBeLeftOut() throws Exception {
        Path user = home.resolve("user");
        Map<String, String> given = Map.of("EXPOMOTIF_CACHE", "installed", "XDG_CACHE_HOME", user.toString());
        Files.createDirectory(installed);
        allow(installed, "rwxrwxrwx");
        assertThat(said(given)).isEmpty();
        allow(installed, "rwxr-xr-x");
        assertThat(said(given)).isEqualTo(NAME);
        assertThat(user).doesNotExist();
    }

    /** A relative name would be another folder in each working directory. */
    @Test
    void aFolderOfTheUserWithARelativeNameIsNone() throws Exception {
        Files.createDirectory(installed);
        allow(installed, "rwxrwxrwx");
        Path work = Files.createDirectory(home.resolve("work"));
        ProcessBuilder builder = builder(
                Map.of("XDG_CACHE_HOME", "cache", "HOME", home.resolve("none").toString()));
        assertThat(builder.directory(work.toFile()).start().waitFor()).isZero();
        assertThat(names(work)).isEmpty();
    }

    @Test
    void aHomeThatIsNotThereIsNotMade() throws Exception {
        Files.createDirectory(installed);
        allow(installed, "rwxrwxrwx");
        Path none = home.resolve("none");
        assertThat(said(Map.of("XDG_CACHE_HOME", "", "HOME", none.toString()))).isEmpty();
        assertThat(none).doesNotExist();
    }

    /** A folder that the user names may hold other things. */
    @Test
    void nothingElseIsRemoved() throws Exception {
        Path other = Files.createDirectories(installed.resolve("x.aot.bak"));
        Path lock = Files.createDirectory(installed.resolve(".expomotif-making"));
        allow(installed, "rwxr-xr-x");
        assertThat(said()).isEmpty();
        assertThat(lock).exists();
        Files.delete(lock);
        assertThat(said()).isEqualTo(NAME);
        assertThat(other).exists();
    }

    /** Java would load a cache that was damaged by a full disk, an interrupted copy or a flipped bit, and crash. */
    @Test
    void isMadeAnewWhenItWasWrittenToAfterwards() throws Exception {
        assertThat(said()).isEqualTo(NAME);
        Files.writeString(installed.resolve(NAME), "x", StandardOpenOption.APPEND);
        assertThat(said()).isEqualTo(NAME);
        assertThat(installed.resolve(NAME)).hasContent("cache");
        Files.write(installed.resolve(NAME), new byte[0]);
        assertThat(said()).isEqualTo(NAME);
        assertThat(made).hasContent("made\nmade\nmade");
    }

    @Test
    void javaIsConfiguredToRemoveItWhenItCrashes() throws Exception {
        String crash = "sh -c \"${argument#-XX:OnError=}\"";
        Files.writeString(
                home.resolve("bin/java"),
                "\nfor argument in \"$@\"; do case $argument in -XX:OnError=*) " + crash + " ;; esac; done\n",
                StandardOpenOption.APPEND);
        assertThat(said()).isEqualTo(NAME);
        assertThat(names(installed)).isEmpty();
    }

    /** An empty file records the failure; without it every start would try again. */
    @ParameterizedTest
    @CsvSource({"exit 1, 0", "true, 134"})
    void isTriedOnceWhereJavaCannotMakeOne(String rehearsal, String trial) throws Exception {
        Map<String, String> fails = Map.of("REHEARSAL", rehearsal, "TRIAL", trial);
        assertThat(said(fails)).isEmpty();
        assertThat(installed.resolve(NAME)).isEmptyFile();
        assertThat(said()).isEmpty();
        assertThat(names(installed)).containsExactly(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT", "HUP"})
    void aRehearsalThatIsKilledLeavesNothing(String signal) throws Exception {
        assertThat(said(Map.of("REHEARSAL", "kill -" + signal + " $$"))).isEmpty();
        assertThat(names(installed)).isEmpty();
        assertThat(said()).isEqualTo(NAME);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void aStartThatIsKilledMeanwhileLeavesNothing(String signal, int code) throws Exception {
        Process start = rehearsing();
        new ProcessBuilder("kill", "-" + signal, Long.toString(start.pid()))
                .start()
                .waitFor();
        assertThat(start.waitFor()).isEqualTo(code);
        assertThat(names(installed)).isEmpty();
        rehearsal()
                .ifPresent(process ->
                        process.onExit().orTimeout(1, TimeUnit.MINUTES).join());
    }

    @Test
    void whatAKilledStartLeftIsRemovedByTheNext() throws Exception {
        Process start = rehearsing();
        start.destroyForcibly().waitFor();
        assertThat(names(installed))
                .hasSize(2)
                .allMatch(name -> name.matches("\\.expomotif-making|plain-25\\.aot\\..{10}"));
        rehearsal().ifPresent(ProcessHandle::destroyForcibly);
        Files.createFile(installed.resolve("vector-25.aot.4711"));
        assertThat(said()).isEqualTo(NAME);
        assertThat(names(installed)).containsExactly(NAME);
        // The same beside a cache that is up to date.
        Files.createFile(installed.resolve("plain-25.aot.4711"));
        Files.createSymbolicLink(installed.resolve(".expomotif-making"), Path.of("here." + start.pid()));
        assertThat(said()).isEqualTo(NAME);
        assertThat(names(installed)).containsExactly(NAME);
        assertThat(made).hasContent("made");
    }

    @Test
    void whoComesWhileOneIsMadeDoesWithout() throws Exception {
        Process start = rehearsing();
        List<String> meanwhile = names(installed);
        assertThat(said()).isEmpty();
        assertThat(names(installed)).isEqualTo(meanwhile);
        start.destroy();
        start.waitFor();
    }

    @Test
    void tenFirstStartsAtOnceMakeOne() throws Exception {
        List<Process> starts = new ArrayList<>();
        for (int start = 0; start < 10; start++) {
            starts.add(builder(Map.of()).start());
        }
        for (Process start : starts) {
            assertThat(said(start)).isIn("", NAME);
        }
        assertThat(names(installed)).containsExactly(NAME);
        assertThat(made).hasContent("made");
    }

    /** Begins a start whose training run waits until the test ends it. */
    private Process rehearsing() throws Exception {
        Path begun = home.resolve("rehearsal");
        Process start = builder(Map.of(
                        "REHEARSAL", "echo $$ >\"$MADE.pid\" && mv \"$MADE.pid\" '" + begun + "'; exec sleep 600"))
                .start();
        while (!Files.exists(begun)) {
            assertThat(start.isAlive()).isTrue();
            Thread.sleep(5);
        }
        return start;
    }

    private Optional<ProcessHandle> rehearsal() throws IOException {
        return ProcessHandle.of(
                Long.parseLong(Files.readString(home.resolve("rehearsal")).strip()));
    }

    private ProcessBuilder builder(Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("bin/expomotif").toString(), "motifs", "x");
        Map<String, String> all = builder.environment();
        all.remove("EXPOMOTIF_CACHE");
        all.putAll(Map.of(
                "EXPOMOTIF_JAVA_HOME", home.toString(),
                "XDG_CACHE_HOME", home.resolve("release").toString(),
                "HOSTNAME", "here",
                "MADE", made.toString(),
                "REHEARSAL", ""));
        all.putAll(environment);
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** The name of the cache that Java was started with; empty when it was none. */
    private String said(Map<String, String> environment) throws Exception {
        return said(builder(environment).start());
    }

    private String said() throws Exception {
        return said(Map.of());
    }

    private static String said(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    /**
     * Whether only this user and root can replace a folder. Some expectations depend on the folder in which this test
     * runs.
     */
    private static boolean onlyOurs(Path folder) throws IOException {
        Object me = Files.getAttribute(folder, "unix:uid");
        for (Path up = folder.toRealPath(); up != null; up = up.getParent()) {
            Object owner = Files.getAttribute(up, "unix:uid");
            int mode = (int) Files.getAttribute(up, "unix:mode");
            if (!(owner.equals(0) || owner.equals(me)) || (mode & 022) != 0 && (mode & 01000) == 0) {
                return false;
            }
        }
        return true;
    }
}

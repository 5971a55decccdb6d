package reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.expomotif.command.Commands;

/**
 * Makes what can be made from picocli's model of the commands: the pages of {@code docs/commands}, the manual pages,
 * and the completions for bash, zsh and fish.
 *
 * <pre>
 * java -cp CLASSPATH src/build/java/reference/Reference.java pages [--check] [--program EXPOMOTIF] [COMMAND...]
 * java -cp CLASSPATH src/build/java/reference/Reference.java share FOLDER
 * </pre>
 *
 * {@code pages} writes the generated parts of the pages, and runs the examples where a program is given;
 * {@code --check} writes nothing, and names the pages that would change. {@code share} writes the folder of the
 * archive.
 */
public final class Reference {
    private static final Path PAGES = Path.of("docs/commands");
    private static final String REMEDY = "run docs/commands/make.sh and look at the difference";

    private final List<CommandModel> commands = CommandModel.all();

    private Reference() {}

    /**
     * Runs in the top folder of the source tree.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) throws Exception {
        List<String> rest = new ArrayList<>(List.of(arguments));
        String task = rest.isEmpty() ? "" : rest.removeFirst();
        switch (task) {
            case "pages" -> System.exit(new Reference().pages(rest) ? 0 : 1);
            case "share" -> new Reference().share(Path.of(rest.getFirst()));
            default -> throw new IllegalArgumentException("expected pages or share, found '" + task + "'");
        }
    }

    /** Writes or checks the pages; returns whether all are as they should be. */
    private boolean pages(List<String> arguments) throws IOException, InterruptedException {
        boolean check = arguments.remove("--check");
        Examples examples = null;
        int program = arguments.indexOf("--program");
        if (program >= 0) {
            arguments.remove(program);
            examples = new Examples(Path.of(arguments.remove(program)), Path.of("test-data"));
        }
        List<String> faults = new ArrayList<>();
        for (CommandModel command : commands) {
            if (!arguments.isEmpty() && !arguments.contains(command.name())) {
                continue;
            }
            Path file = PAGES.resolve(command.name() + ".md");
            if (check && !Files.exists(file)) {
                faults.add(file + ": missing; docs/commands/make.sh " + command.name()
                        + " makes a draft, in which the example and the output are to be written");
                continue;
            }
            String draft = CommandPage.draft(command);
            String page = CommandPage.renewed(Files.exists(file) ? Files.readString(file) : draft, command);
            if (page.contains("TODO")) {
                faults.add(file + ": has a TODO");
            }
            put(file, examples == null ? page : examples.renewed(page), check, faults);
        }
        put(PAGES.resolve("README.md"), CommandPage.index(commands), check, faults);
        strangers(faults);
        faults.forEach(System.err::println);
        return faults.isEmpty();
    }

    /** Names the pages of commands that do not exist. */
    private void strangers(List<String> faults) throws IOException {
        try (var files = Files.newDirectoryStream(PAGES, "*.md")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replaceFirst("\\.md$", "");
                if (!name.equals("README") && Commands.find(name).isEmpty()) {
                    faults.add(file + ": no command has this name");
                }
            }
        }
    }

    private static void put(Path file, String page, boolean check, List<String> faults) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        if (before.equals(page)) {
            return;
        }
        if (check) {
            faults.add(file + ": differs from the program; " + REMEDY + firstDifference(before, page));
        } else {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
            System.out.println("wrote " + file);
        }
    }

    private static String firstDifference(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int line = 0;
        while (line < Math.min(old.size(), now.size()) && old.get(line).equals(now.get(line))) {
            line++;
        }
        return "\n  line " + (line + 1) + "\n  page:    " + (line < old.size() ? old.get(line) : "(end)")
                + "\n  program: " + (line < now.size() ? now.get(line) : "(end)");
    }

    private void share(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("man/man1/expomotif.1", ManPage.of(commands));
        for (CommandModel command : commands) {
            files.put("man/man1/expomotif-" + command.name() + ".1", ManPage.of(command));
        }
        files.put("bash-completion/completions/expomotif", BashCompletion.of(commands));
        files.put("zsh/site-functions/_expomotif", ZshCompletion.of(commands));
        files.put("fish/vendor_completions.d/expomotif.fish", FishCompletion.of(commands));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}

package org.expomotif.command.option;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.expomotif.run.UserException;
import picocli.CommandLine.Option;

/** {@code --out-dir}, as a mixin: the folder is made if it does not exist. */
public final class OutDirOption extends OptionMixin {
    /** The name of the option. */
    public static final String NAME = "--out-dir";

    /** The name of the file with the run record in the folder. */
    public static final String RECORD = "run.json";

    @Option(
            names = NAME,
            paramLabel = "DIR",
            required = true,
            order = 80,
            description = "Folder of the results; made if it does not exist.")
    private String folder = ".";

    OutDirOption() {}

    /** Adds a file of the folder to those that will be written. */
    public void plan(OutputPlan plan, String name) {
        folder().ifPresent(dir -> plan.add(NAME, folder, dir.resolve(name).toString()));
    }

    /** The folder, which may not exist; empty if its name is not valid, which {@link #create} rejects. */
    public Optional<Path> folder() {
        try {
            return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Makes the folder and returns it. */
    public Path create() {
        if (folder.isEmpty()) {
            throw fault("--out-dir: expected the name of a folder, found ''");
        }
        return make(folder);
    }

    /** Makes a folder inside the folder of the results. */
    public Path create(String name) {
        return make(create().resolve(name).toString());
    }

    /** Makes a folder that an option of this name gives, and the folders above it. */
    public static Path make(String path) {
        try {
            return Files.createDirectories(Path.of(path));
        } catch (FileAlreadyExistsException e) {
            throw new UserException("the folder of the results is a file", e)
                    .in(path)
                    .remedy("give another --out-dir");
        } catch (IOException | InvalidPathException e) {
            throw new UserException("the folder of the results cannot be made (" + reason(e) + ")", e)
                    .in(path)
                    .remedy("choose a place where you have permission to write");
        }
    }

    private static String reason(Exception e) {
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }
}

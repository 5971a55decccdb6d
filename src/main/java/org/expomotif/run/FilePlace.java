package org.expomotif.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real path of a file, independent of how its name is spelled. */
public final class FilePlace {
    private FilePlace() {}

    /**
     * The real path of a file; the file and its folder need not exist. Symbolic links are followed, including links of
     * folders and links to missing files. Two names lead to the same file when their real paths are equal; two hard
     * links to one file have different paths.
     *
     * @throws IOException when a link cannot be followed
     */
    public static Path of(Path file) throws IOException {
        Path target = OutputPath.of(file).destination();
        Path there = target;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        int names = there.getNameCount();
        Path real = there.toRealPath();
        return names == target.getNameCount()
                ? real
                : real.resolve(target.subpath(names, target.getNameCount())).normalize();
    }
}

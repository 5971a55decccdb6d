package org.expomotif.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a file is or will be, however its name is spelled. */
public final class FilePlace {
    private FilePlace() {}

    /**
     * The real name of a file that may not exist yet, nor its folder: symbolic links are followed, those of folders and
     * a link to a missing file, too. Two names lead to the same file when this is the same; two hard links differ.
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

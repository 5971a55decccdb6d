package org.expomotif.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The file that an output is written to.
 *
 * @param destination the file after following symbolic links; it need not exist
 * @param inPlace whether it is written directly instead of being replaced as a whole, because it is a device, a named
 *     pipe or an open descriptor
 */
record OutputPath(Path destination, boolean inPlace) {
    /** Maximum number of links followed, as on Linux; a longer chain counts as a cycle. */
    private static final int MAXIMUM_LINKS = 40;

    private static final Pattern DESCRIPTOR =
            Pattern.compile("/dev/(fd/\\d+|stdin|stdout|stderr)|/proc/(self|thread-self|\\d+)(/task/\\d+)?/fd/\\d+");

    /**
     * Follows the links of a name.
     *
     * @throws IOException when the links form a cycle or cannot be read
     */
    static OutputPath of(Path target) throws IOException {
        Path path = target.toAbsolutePath();
        for (int links = 0; !isDescriptor(path); links++) {
            if (!Files.isSymbolicLink(path)) {
                boolean inPlace = Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path);
                return new OutputPath(path, inPlace);
            }
            if (links == MAXIMUM_LINKS) {
                throw new IOException("too many symbolic links");
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        return new OutputPath(path, true);
    }

    private static boolean isDescriptor(Path path) {
        return DESCRIPTOR.matcher(path.normalize().toString()).matches();
    }
}

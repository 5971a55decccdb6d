package org.expomotif.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where the bytes of an output go.
 *
 * @param destination the file itself, symbolic links followed, also to a file that does not exist yet
 * @param inPlace whether it is written as it stands, because it is a device, a named pipe or an open descriptor, and
 *     not replaced as a whole
 */
record OutputPath(Path destination, boolean inPlace) {
    /** As Linux: more links than these in a row are a circle. */
    private static final int MAXIMUM_LINKS = 40;

    private static final Pattern DESCRIPTOR =
            Pattern.compile("/dev/(fd/\\d+|stdin|stdout|stderr)|/proc/(self|thread-self|\\d+)(/task/\\d+)?/fd/\\d+");

    /**
     * Follows the links of a name.
     *
     * @throws IOException when the links go round in a circle or cannot be read
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

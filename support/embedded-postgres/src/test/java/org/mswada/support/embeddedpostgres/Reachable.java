package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Opens files to other users. */
final class Reachable {

    private Reachable() {}

    static void byAll(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Copies a file or a folder with all it holds. */
    static void copy(Path from, Path to) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(from)) {
            paths = walk.toList();
        }
        for (Path path : paths) {
            Path copy = path.equals(from) ? to : to.resolve(from.relativize(path).toString());
            Files.copy(path, copy);
            byAll(copy);
        }
    }
}

package org.mswada.support.jooqcodegen;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A hash of all that decides what is generated, kept beside the generated code. */
record Stamp(String hash) {
    private static final String FILE = ".stamp";

    /** Hashes this program as it runs, the migrations and the package of the code. */
    static Stamp of(Path migrations, String packageName) throws IOException, URISyntaxException {
        Path program = Path.of(Stamp.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(program)) {
            return of(program, migrations, packageName);
        }
        try (FileSystem jar = FileSystems.newFileSystem(program)) {
            return of(jar.getPath("/"), migrations, packageName);
        }
    }

    /** The same for the class files of the program in a folder, be it inside a jar. */
    static Stamp of(Path program, Path migrations, String packageName) throws IOException {
        MessageDigest digest = sha256();
        digest.update((org.jooq.Constants.FULL_VERSION + "\n" + packageName + "\n").getBytes(StandardCharsets.UTF_8));
        update(digest, program, ".class");
        update(digest, migrations, "");
        return new Stamp(HexFormat.of().formatHex(digest.digest()));
    }

    boolean isOn(Path output) throws IOException {
        Path file = output.resolve(FILE);
        return Files.exists(file) && Files.readString(file).equals(hash);
    }

    void putOn(Path output) throws IOException {
        Files.writeString(output.resolve(FILE), hash);
    }

    private static void update(MessageDigest digest, Path folder, String ending) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(folder)) {
            files = paths.filter(path -> path.toString().endsWith(ending)).filter(Files::isRegularFile).sorted()
                    .toList();
        }
        for (Path file : files) {
            digest.update(
                    (folder.relativize(file) + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

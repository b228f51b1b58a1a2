package org.mswada.support.jooqcodegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A hash of all that decides what is generated, kept beside the generated code. */
record Stamp(String hash) {
    /** Counts changes of this program that change what it generates. */
    private static final String PROGRAM_VERSION = "1";
    private static final String FILE = ".stamp";

    static Stamp of(Path migrations, String packageName) throws IOException {
        MessageDigest digest = sha256();
        digest.update((PROGRAM_VERSION + "\n" + org.jooq.Constants.FULL_VERSION + "\n" + packageName + "\n")
                .getBytes(StandardCharsets.UTF_8));
        for (Path file : filesIn(migrations)) {
            digest.update(
                    (migrations.relativize(file) + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return new Stamp(HexFormat.of().formatHex(digest.digest()));
    }

    boolean isOn(Path output) throws IOException {
        Path file = output.resolve(FILE);
        return Files.exists(file) && Files.readString(file).equals(hash);
    }

    void putOn(Path output) throws IOException {
        Files.writeString(output.resolve(FILE), hash);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
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

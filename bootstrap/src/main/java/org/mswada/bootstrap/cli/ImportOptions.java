package org.mswada.bootstrap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every import is told. */
final class ImportOptions {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to load, in this order.")
    private List<Path> files = List.of();

    @Option(names = "--rejects", paramLabel = "FILE", description = "Write what is not stored to this file as it is found: one JSON object a line, with "
            + "file, line, reason, what to do, and the text of the line.")
    private @Nullable Path rejects;

    @Option(names = "--dry-run", description = "Read, check, and compare with what is stored; say what would be done, and write nothing.")
    private boolean dryRun;

    List<Path> files() {
        return files;
    }

    Optional<Path> rejects() {
        return Optional.ofNullable(rejects);
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** Before a database is asked for anything: a mistyped name is no fault of the data. */
    void refuseWrongFiles(CommandLine command) {
        refuseMissing(command);
        for (Path file : files) {
            if (rejects != null && isSame(file, rejects)) {
                throw new CommandLine.ParameterException(command, "What is rejected cannot be written to " + rejects
                        + ", which is to be imported. Name another file; nothing was imported.");
            }
        }
    }

    private void refuseMissing(CommandLine command) {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new CommandLine.ParameterException(command, "There is no file " + file
                        + " that can be read. Check its name; nothing was imported.");
            }
        }
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(file, other);
        } catch (IOException e) {
            return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        }
    }
}

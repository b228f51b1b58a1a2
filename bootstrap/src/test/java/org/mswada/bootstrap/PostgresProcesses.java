package org.mswada.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of a database folder that the kernel still runs. A zombie runs nothing and is not one. */
final class PostgresProcesses {
    private PostgresProcesses() {}

    static List<String> of(Path folder) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> belongsTo(process, folder)).map(PostgresProcesses::describe).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean belongsTo(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder.toRealPath())
                    && describe(process).contains("postgres");
        } catch (IOException gone) {
            return false;
        }
    }

    private static String describe(Path process) {
        try {
            return process.getFileName() + " "
                    + new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                            .replace('\0', ' ');
        } catch (IOException gone) {
            return "gone";
        }
    }
}

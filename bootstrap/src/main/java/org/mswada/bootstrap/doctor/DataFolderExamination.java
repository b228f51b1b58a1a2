package org.mswada.bootstrap.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mswada.bootstrap.config.ServerConfig;

/** Whether an embedded database has a place to live. */
final class DataFolderExamination implements Examination {
    private static final long GIGABYTE = 1024L * 1024 * 1024;
    private static final String SUBJECT = "data folder";

    private final ServerConfig config;

    DataFolderExamination(ServerConfig config) {
        this.config = config;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Diagnosis> examine() throws IOException {
        if (config.database().configured().isPresent()) {
            return List.of();
        }
        Path folder = config.dataDirectory().toAbsolutePath();
        Path nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isWritable(nearest)) {
            return List.of(Diagnosis.failed(SUBJECT, folder + " cannot be written",
                    "Run as the user who owns " + nearest + ", or set MSWADA_DATA_DIR."));
        }
        long free = Files.getFileStore(nearest).getUsableSpace();
        String found = folder + ", " + free / GIGABYTE + " GB free";
        return List.of(free < GIGABYTE
                ? Diagnosis.warning(SUBJECT, found, "Make room: PostgreSQL stops when its disk is full.")
                : Diagnosis.ok(SUBJECT, found));
    }
}

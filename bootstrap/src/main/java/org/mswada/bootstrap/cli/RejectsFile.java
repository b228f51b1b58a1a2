package org.mswada.bootstrap.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.mswada.application.importing.Rejection;
import picocli.CommandLine;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes rejections to a file, each with one call, so that none is lost or halved when the import is killed. */
final class RejectsFile implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    private final Path file;
    private final FileChannel out;

    private RejectsFile(Path file, FileChannel out) {
        this.file = file;
        this.out = out;
    }

    /** Opens the file and changes nothing in it yet. */
    static RejectsFile open(Path file, CommandLine command) {
        try {
            return new RejectsFile(file,
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new CommandLine.ParameterException(command,
                    "The file " + file + " for what is rejected cannot be written ("
                            + e + "). Check its folder and rights; nothing was imported.",
                    e);
        }
    }

    /** Empties the file: an import that is run again finds everything again that is still to be rejected. */
    void begin() {
        try {
            out.truncate(0);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(Rejection rejection) {
        Line line = new Line(rejection.location().file(), rejection.location().line(), rejection.reason(),
                rejection.remedy(), rejection.text());
        try {
            ByteBuffer bytes = ByteBuffer
                    .wrap((MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                int _ = out.write(bytes);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Unwritable unwritable(IOException cause) {
        return new Unwritable("The file " + file + " for what is rejected cannot be written any more ("
                + cause.getMessage()
                + "), so the import ended. What is stored stays stored: make room, and run it again.",
                cause);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** The file cannot be written any more. */
    static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwritable(String message, IOException cause) {
            super(message, cause);
        }
    }

    /** What is written of a rejection. */
    private record Line(String file, long line, String reason, String remedy, @Nullable String text) {}
}

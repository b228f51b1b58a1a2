package org.mswada.importing.lines;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.Rejection;
import org.mswada.application.importing.SourceItem;
import org.mswada.application.importing.SourceLocation;

/** One file of lines, opened when it is first asked. Whatever is wrong with it comes out as a broken item. */
final class LineFile implements AutoCloseable {
    private static final String CORRECT_THE_LINE = "correct the line and import the file again";

    private final Path file;
    private final LineParser parser;
    private @Nullable LineReader lines;
    private boolean ended;

    LineFile(Path file, LineParser parser) {
        this.file = file;
        this.parser = parser;
    }

    Optional<SourceItem> next() {
        try {
            while (!ended && lines().next()) {
                Optional<SourceItem> item = lines().isBlank() ? Optional.empty() : item(lines());
                if (item.isPresent()) {
                    return item;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            ended = true;
            return Optional.of(new SourceItem.Broken(trouble(e)));
        }
    }

    private LineReader lines() throws IOException {
        if (lines == null) {
            lines = new LineReader(DataFile.open(file));
        }
        return lines;
    }

    private Optional<SourceItem> item(LineReader line) {
        if (line.isTooLong()) {
            return Optional.of(new SourceItem.Broken(new Rejection(location(), "the line is longer than "
                    + LineReader.MAXIMUM_LINE_BYTES + " bytes, so it was skipped", CORRECT_THE_LINE, null)));
        }
        return switch (parser.parse(line.bytes(), line.length())) {
            case LineContent.Says says -> Optional.of(
                    new SourceItem.Read(location(), says.record(), line.length(), LineText.of(line)));
            case LineContent.SaysNothing _ -> Optional.empty();
            case LineContent.Wrong wrong -> Optional.of(broken(wrong.reason(), CORRECT_THE_LINE, LineText.of(line)));
            case LineContent.WrongFile wrong -> {
                ended = true;
                yield Optional.of(broken(wrong.reason(), wrong.remedy(), LineText.of(line)));
            }
        };
    }

    private SourceItem broken(String reason, String remedy, @Nullable String text) {
        return new SourceItem.Broken(new Rejection(location(), reason, remedy, text));
    }

    private SourceLocation location() {
        return new SourceLocation(file.toString(), lines == null ? 1 : lines.number());
    }

    private Rejection trouble(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> trouble("there is no file " + file, "check its path");
            case AccessDeniedException _ ->
                trouble(file + " may not be read by this user", "give it the right to read");
            case EOFException _ -> onlyWholeLines(file + " ends in the middle of its gzip data");
            case ZipException _ -> onlyWholeLines(file + " holds corrupt gzip data (" + e.getMessage() + ")");
            default -> trouble(file + " cannot be read (" + e.getMessage() + ")",
                    "check that it is a file and that its disk is well");
        };
    }

    private Rejection onlyWholeLines(String reason) {
        return trouble(reason + ", so only the whole lines before this one were read",
                "get the file again and import it");
    }

    private Rejection trouble(String reason, String remedy) {
        return new Rejection(location(), reason, remedy, null);
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
        }
    }
}

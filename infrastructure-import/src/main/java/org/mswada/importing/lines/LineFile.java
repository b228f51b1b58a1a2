package org.mswada.importing.lines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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
        FileTrouble trouble = FileTrouble.of(file, e);
        return new Rejection(location(), trouble.reason(), trouble.remedy(), null);
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
        }
    }
}

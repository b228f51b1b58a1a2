package org.mswada.importing.uscongress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.SourceItem;
import org.mswada.application.importing.SourceLocation;

/** One file of bills, opened when it is first asked. Whatever is wrong with it comes out as a broken item. */
final class BillFile implements AutoCloseable {
    private static final String CORRECT_THE_LINE = "; correct the line and import the file again";

    private final Path file;
    private final BillRecordParser parser;
    private @Nullable LineReader lines;
    private boolean ended;

    BillFile(Path file, BillRecordParser parser) {
        this.file = file;
        this.parser = parser;
    }

    Optional<SourceItem> next() {
        try {
            while (!ended && lines().next()) {
                if (!lines().isBlank()) {
                    return Optional.of(item(lines()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            ended = true;
            return Optional.of(new SourceItem.Broken(location(), DataFile.trouble(file, e)));
        }
    }

    private LineReader lines() throws IOException {
        if (lines == null) {
            lines = new LineReader(DataFile.open(file));
        }
        return lines;
    }

    private SourceItem item(LineReader line) {
        if (line.isTooLong()) {
            return new SourceItem.Broken(location(), "the line is longer than " + LineReader.MAXIMUM_LINE_BYTES
                    + " bytes, so it was skipped" + CORRECT_THE_LINE);
        }
        try {
            return new SourceItem.Read(location(), BillMapper.bill(parser.parse(line.bytes(), line.length())),
                    line.length());
        } catch (BrokenRecordException e) {
            return broken(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return broken("the bill cannot be stored: " + e.getMessage());
        }
    }

    private SourceItem broken(String reason) {
        return new SourceItem.Broken(location(), ShortText.of(reason) + CORRECT_THE_LINE);
    }

    private SourceLocation location() {
        return new SourceLocation(file.toString(), lines == null ? 1 : lines.number());
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
        }
    }
}

package org.mswada.importing.lines;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.SourceItem;

/**
 * Records from files of lines, plain or gzip.
 *
 * <p>Files are read one after the other, each line when it is asked for; memory holds one line of at most
 * {@value #MAXIMUM_LINE_BYTES} bytes. A line that is wrong is one {@link SourceItem.Broken}, and reading goes
 * on with the next line. A file that cannot be read, or not to its end, yields its whole lines, then one
 * {@code Broken} at the line where reading stopped (1 for a file that is not there), and reading goes on with the next file.
 * Blank lines and empty files yield nothing. Used by one thread at a time.
 */
public final class LineSource implements BillSource {
    /** The longest line that is read. */
    public static final int MAXIMUM_LINE_BYTES = LineReader.MAXIMUM_LINE_BYTES;

    private final Queue<Path> files;
    private final Supplier<LineParser> parsers;
    private @Nullable LineFile current;

    /** Reads these files in this order, each when its turn comes and with a parser of its own. */
    public LineSource(List<Path> files, Supplier<LineParser> parsers) {
        this.files = new ArrayDeque<>(files);
        this.parsers = parsers;
    }

    @Override
    public Optional<SourceItem> next() {
        while (true) {
            if (current == null) {
                Path file = files.poll();
                if (file == null) {
                    return Optional.empty();
                }
                current = new LineFile(file, parsers.get());
            }
            Optional<SourceItem> item = current.next();
            if (item.isPresent()) {
                return item;
            }
            current.close();
            current = null;
        }
    }

    @Override
    public void close() {
        files.clear();
        if (current != null) {
            current.close();
            current = null;
        }
    }
}

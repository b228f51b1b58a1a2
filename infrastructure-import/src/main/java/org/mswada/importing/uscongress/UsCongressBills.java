package org.mswada.importing.uscongress;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.SourceItem;

/**
 * Bills of the United States Congress, from files with one {@code data.json} of the public {@code unitedstates/congress}
 * project a line (NDJSON), plain or gzip.
 *
 * <p>Files are read one after the other, each line when it is asked for; memory holds one line of at most
 * {@value LineReader#MAXIMUM_LINE_BYTES} bytes. A line that is not a bill is one {@link SourceItem.Broken}, and reading goes
 * on with the next line. A file that cannot be read, or not to its end, yields its whole lines, then one
 * {@code Broken} at the line where reading stopped (1 for a file that is not there), and reading goes on with the next file.
 * Blank lines and empty files yield nothing. Used by one thread at a time.
 */
public final class UsCongressBills implements BillSource {
    private final Queue<Path> files;
    private final BillRecordParser parser = new BillRecordParser();
    private @Nullable BillFile current;

    private UsCongressBills(List<Path> files) {
        this.files = new ArrayDeque<>(files);
    }

    /** Reads these files in this order; opens each when its turn comes. */
    public static BillSource open(List<Path> files) {
        return new UsCongressBills(files);
    }

    @Override
    public Optional<SourceItem> next() {
        while (true) {
            if (current == null) {
                Path file = files.poll();
                if (file == null) {
                    return Optional.empty();
                }
                current = new BillFile(file, parser);
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

package org.mswada.importing.interchange;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.SourceItem;

/** What runs in a JVM of its own: reads a file and holds as many records as an import does, or all. */
final class SmallMemory {
    /** Two of the longest lines fill a batch; two batches are held, and one more line is read. */
    private static final int HELD_BY_AN_IMPORT = 5;

    private SmallMemory() {}

    /** Takes {@code import} or {@code hold}, the file, and the number of its records. */
    public static void main(String[] arguments) {
        int held = arguments[0].equals("hold") ? Integer.MAX_VALUE : HELD_BY_AN_IMPORT;
        Deque<SourceItem> items = new ArrayDeque<>();
        int read = 0;
        try (BillSource source = InterchangeFiles.open(List.of(Path.of(arguments[1])), new NothingStored())) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                if (item.get() instanceof SourceItem.Broken broken) {
                    throw new AssertionError(broken.rejection());
                }
                read++;
                items.addLast(item.get());
                if (items.size() > held) {
                    items.removeFirst();
                }
            }
        }
        if (read != Integer.parseInt(arguments[2])) {
            throw new AssertionError("read " + read + " records, not " + arguments[2]);
        }
    }
}

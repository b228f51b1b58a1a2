package org.mswada.importing.uscongress;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.SourceItem;

/**
 * Members of the United States Congress, from files of the public {@code unitedstates/congress-legislators} project: JSON
 * with all terms, or CSV with the latest, plain or gzip.
 *
 * <p>Files in JSON are read first, whatever the order in which they are given, and a member who was read is passed over in
 * what follows: so the fuller file decides. Members of a file with {@code historical} in its name are not active. Memory
 * holds one member, and the identifiers of those who were read. Used by one thread at a time.
 */
public final class UsLegislators implements BillSource {
    private final Queue<Path> files;
    private final MembersRead read = new MembersRead();
    private @Nullable LegislatorFile current;

    private UsLegislators(List<Path> files) {
        this.files = new ArrayDeque<>(files);
    }

    /** Reads these files; opens each when its turn comes. */
    public static BillSource open(List<Path> files) {
        return new UsLegislators(Stream.concat(files.stream().filter(LegislatorFile::isJson),
                files.stream().filter(file -> !LegislatorFile.isJson(file))).toList());
    }

    @Override
    public Optional<SourceItem> next() {
        while (true) {
            if (current == null) {
                Path file = files.poll();
                if (file == null) {
                    return Optional.empty();
                }
                current = new LegislatorFile(file, read);
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

package org.mswada.importing.interchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportedRecord;
import org.mswada.application.importing.Rejection;
import org.mswada.application.importing.SourceItem;

/** All that was read from files. */
record ReadBack(List<ImportedRecord> records, List<Rejection> rejections) {
    static ReadBack of(Path... files) {
        ReadBack all = new ReadBack(new ArrayList<>(), new ArrayList<>());
        try (BillSource source = InterchangeFiles.open(List.of(files), new NothingStored())) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                switch (item.get()) {
                    case SourceItem.Read read -> all.records.add(read.record());
                    case SourceItem.Broken broken -> all.rejections.add(broken.rejection());
                }
            }
        }
        return all;
    }

    static ReadBack of(Path folder, List<String> lines) {
        return of(folder, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static ReadBack of(Path folder, byte[] content) {
        try {
            return of(Files.write(folder.resolve("lines.ndjson"), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> reasons() {
        return rejections.stream().map(Rejection::reason).toList();
    }
}

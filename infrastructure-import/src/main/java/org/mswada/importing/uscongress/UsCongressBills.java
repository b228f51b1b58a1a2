package org.mswada.importing.uscongress;

import java.nio.file.Path;
import java.util.List;

import org.mswada.application.importing.BillSource;
import org.mswada.importing.lines.LineContent;
import org.mswada.importing.lines.LineParser;
import org.mswada.importing.lines.LineSource;
import org.mswada.importing.lines.ShortText;

/**
 * Bills of the United States Congress, from files with one {@code data.json} of the public {@code unitedstates/congress}
 * project a line (NDJSON), as {@link LineSource} reads them.
 */
public final class UsCongressBills {
    private UsCongressBills() {}

    /** Reads these files in this order; opens each when its turn comes. */
    public static BillSource open(List<Path> files) {
        BillRecordParser parser = new BillRecordParser();
        LineParser lines = (bytes, length) -> parse(parser, bytes, length);
        return new LineSource(files, () -> lines);
    }

    private static LineContent parse(BillRecordParser parser, byte[] bytes, int length) {
        try {
            return new LineContent.Says(BillMapper.bill(parser.parse(bytes, length)));
        } catch (BrokenRecordException e) {
            return new LineContent.Wrong(ShortText.of(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return new LineContent.Wrong(ShortText.of("the bill cannot be stored: " + e.getMessage()));
        }
    }
}

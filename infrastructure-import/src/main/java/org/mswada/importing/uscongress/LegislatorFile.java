package org.mswada.importing.uscongress;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.application.importing.ImportedSponsorProfile;
import org.mswada.application.importing.Rejection;
import org.mswada.application.importing.SourceItem;
import org.mswada.application.importing.SourceLocation;
import org.mswada.importing.lines.DataFile;
import org.mswada.importing.lines.FileTrouble;
import org.mswada.importing.lines.LineText;
import org.mswada.importing.lines.ShortText;

/** One file of members, opened when it is first asked. Whatever is wrong with it comes out as a broken item. */
final class LegislatorFile implements AutoCloseable {
    private static final String HISTORICAL = "historical";
    private static final String CORRECT_IT = "correct it and import the file again";

    private final Path file;
    private final MembersRead known;
    private @Nullable Reader reader;
    private boolean ended;

    /** Passes over members who are in {@code known}, and notes there whom it has read. */
    LegislatorFile(Path file, MembersRead known) {
        this.file = file;
        this.known = known;
    }

    /** Returns whether a file holds a JSON list, and so all terms; one that cannot be read does not. */
    static boolean isJson(Path file) {
        try (PushbackInputStream in = new PushbackInputStream(DataFile.open(file))) {
            return startsList(in);
        } catch (IOException unreadable) {
            return false;
        }
    }

    Optional<SourceItem> next() {
        while (!ended) {
            try {
                Reader members = reader();
                Optional<SourceItem> item = next(members);
                if (item.isPresent()) {
                    return item;
                }
            } catch (NotLegislators e) {
                ended = true;
                return Optional.of(broken(file + " is no list of legislators: " + e.getMessage(),
                        "give files of the public unitedstates/congress-legislators project, CSV or JSON", null));
            } catch (IOException e) {
                ended = true;
                FileTrouble trouble = FileTrouble.of(file, e);
                return Optional.of(broken(trouble.reason(), trouble.remedy(), null));
            }
        }
        return Optional.empty();
    }

    private Optional<SourceItem> next(Reader members) throws IOException {
        try {
            Optional<Legislator> member = members.next();
            ended = member.isEmpty();
            return member.filter(known::add).map(each -> read(members, each));
        } catch (BrokenRecordException e) {
            return Optional.of(broken(members, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return Optional.of(broken(members, "the member cannot be stored: " + e.getMessage()));
        }
    }

    private SourceItem read(Reader members, Legislator member) {
        String text = members.text();
        int bytes = bytes(text);
        return new SourceItem.Read(location(),
                new ImportedSponsorProfile(Congress.UNITED_STATES, LegislatorMapper.sponsor(member)), bytes,
                LineText.of(text, bytes));
    }

    private SourceItem broken(Reader members, String reason) {
        String text = members.text();
        return broken(reason, CORRECT_IT, LineText.of(text, bytes(text)));
    }

    private SourceItem broken(String reason, String remedy, @Nullable String text) {
        return new SourceItem.Broken(new Rejection(location(), ShortText.of(reason), remedy, text));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private Reader reader() throws IOException {
        if (reader == null) {
            // Only the name of a file tells whether its members sit in Congress now.
            boolean active = !String.valueOf(file.getFileName()).contains(HISTORICAL);
            PushbackInputStream in = new PushbackInputStream(DataFile.open(file));
            reader = startsList(in) ? new LegislatorJson(in, active) : new LegislatorCsv(new CsvReader(in), active);
        }
        return reader;
    }

    private static boolean startsList(PushbackInputStream in) throws IOException {
        int first = in.read();
        if (first >= 0) {
            in.unread(first);
        }
        return first == '[';
    }

    private SourceLocation location() {
        return new SourceLocation(file.toString(), reader == null ? 1 : reader.line());
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    /** Reads members one by one. */
    interface Reader extends AutoCloseable {
        /** Returns the next, or empty at the end. After a broken record it can go on with the next. */
        Optional<Legislator> next() throws IOException;

        /** Returns where the last one stands. */
        long line();

        /** Returns what stands there: the line, or the object without what is between its parts. */
        String text();

        @Override
        void close();
    }

    /** The file is not what it should be, and nothing more can be read from it. */
    static final class NotLegislators extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotLegislators(String message) {
            super(message, null, false, false);
        }
    }
}

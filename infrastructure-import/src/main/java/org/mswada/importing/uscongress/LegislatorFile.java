package org.mswada.importing.uscongress;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.application.importing.SourceLocation;
import org.mswada.application.importing.SponsorItem;
import org.mswada.importing.lines.DataFile;
import org.mswada.importing.lines.FileTrouble;
import org.mswada.importing.lines.ShortText;

/** One file of members, opened when it is first asked. Whatever is wrong with it comes out as a broken item. */
final class LegislatorFile implements AutoCloseable {
    private static final String HISTORICAL = "historical";
    private static final String CORRECT_IT = "correct it and import the file again";

    private final Path file;
    private final Set<String> seen;
    private @Nullable Reader reader;
    private boolean ended;

    /** Passes over members whose bioguide identifiers are in {@code seen}, and notes there whom it has read. */
    LegislatorFile(Path file, Set<String> seen) {
        this.file = file;
        this.seen = seen;
    }

    /** Returns whether a file holds a JSON list, and so all terms; one that cannot be read does not. */
    static boolean isJson(Path file) {
        try (PushbackInputStream in = new PushbackInputStream(DataFile.open(file))) {
            return startsList(in);
        } catch (IOException unreadable) {
            return false;
        }
    }

    Optional<SponsorItem> next() {
        while (!ended) {
            try {
                Optional<Legislator> member = reader().next();
                if (member.isEmpty()) {
                    ended = true;
                } else if (seen.add(bioguide(member.get()))) {
                    return Optional.of(new SponsorItem.Read(location(), Congress.UNITED_STATES,
                            LegislatorMapper.sponsor(member.get())));
                }
            } catch (BrokenRecordException e) {
                return Optional.of(broken(String.valueOf(e.getMessage()), CORRECT_IT));
            } catch (IllegalArgumentException e) {
                return Optional.of(broken("the member cannot be stored: " + e.getMessage(), CORRECT_IT));
            } catch (NotLegislators e) {
                ended = true;
                return Optional.of(broken(file + " is no list of legislators: " + e.getMessage(),
                        "give files of the public unitedstates/congress-legislators project, CSV or JSON"));
            } catch (IOException e) {
                ended = true;
                FileTrouble trouble = FileTrouble.of(file, e);
                return Optional.of(broken(trouble.reason(), trouble.remedy()));
            }
        }
        return Optional.empty();
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

    private static String bioguide(Legislator member) {
        return member.identifiers().getFirst().identifier();
    }

    private SponsorItem.Broken broken(String reason, String remedy) {
        return new SponsorItem.Broken(location(), ShortText.of(reason), remedy);
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

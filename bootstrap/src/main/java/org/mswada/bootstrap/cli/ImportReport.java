package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.SourceLocation;

/** Tells a person how an import goes: a line every second, one for each rejected item, and a summary. */
final class ImportReport implements ImportProgress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private static final int SHOWN_REJECTIONS = 50;

    private final PrintWriter talk;
    private final String items;
    private final Instant start = Instant.now();
    private Instant lastLine = start;
    private ImportSummary last = ImportSummary.NONE;
    private long rejected;

    /** Calls what is imported {@code items}, such as {@code bills}. */
    ImportReport(PrintWriter talk, String items) {
        this.talk = talk;
        this.items = items;
    }

    @Override
    public void stored(ImportSummary summary) {
        last = summary;
        Instant now = Instant.now();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            talk.println(String.format(Locale.ROOT, "%,d %s read, %,d rejected (%s)",
                    summary.total(), items, summary.rejected(), elapsed(now)));
            talk.flush();
        }
    }

    @Override
    public void rejected(SourceLocation location, String reason) {
        rejected++;
        if (rejected <= SHOWN_REJECTIONS) {
            talk.println("rejected " + location + ": " + reason.lines().findFirst().orElse(""));
        } else if (rejected == SHOWN_REJECTIONS + 1) {
            talk.println("more are rejected; they are counted, not shown");
        }
    }

    /** Tells what is stored of an import that could not go on. */
    void brokenOff() {
        talk.println(String.format(Locale.ROOT,
                "The import broke off: %d inserted, %d updated, %d unchanged, %d rejected so far. What is stored stays "
                        + "stored; run the command again, and it goes on where it stopped.",
                last.inserted(), last.updated(), last.unchanged(), last.rejected()));
    }

    void end(ImportSummary summary, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "%d inserted, %d updated, %d unchanged, %d rejected in %s",
                summary.inserted(), summary.updated(), summary.unchanged(), summary.rejected(),
                elapsed(Instant.now())));
        out.flush();
    }

    private String elapsed(Instant now) {
        return String.format(Locale.ROOT, "%.1f s", Duration.between(start, now).toMillis() / 1000.0);
    }
}

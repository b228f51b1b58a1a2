package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.Rejection;
import org.mswada.application.importing.SourceLocation;

/** Tells a person how an import goes: a line every second, one for each rejection, and a summary. */
final class ImportReport implements ImportProgress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private static final int SHOWN_REJECTIONS = 50;

    private final PrintWriter talk;
    private final Optional<RejectsFile> rejects;
    private final Instant start = Instant.now();
    private Instant lastLine = start;
    private ImportSummary last = ImportSummary.NONE;
    private long rejected;

    ImportReport(PrintWriter talk, Optional<RejectsFile> rejects) {
        this.talk = talk;
        this.rejects = rejects;
    }

    @Override
    public void stored(ImportSummary summary) {
        last = summary;
        Instant now = Instant.now();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            talk.println(String.format(Locale.ROOT, "%,d records read, %,d rejected (%s)",
                    summary.total(), summary.rejected(), elapsed(now)));
            talk.flush();
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        rejects.ifPresent(file -> file.add(rejection));
        rejected++;
        if (rejected <= SHOWN_REJECTIONS) {
            talk.println("rejected " + rejection.location() + ": "
                    + rejection.reason().lines().findFirst().orElse("") + "; " + rejection.remedy());
        } else if (rejected == SHOWN_REJECTIONS + 1) {
            talk.println(rejects.isPresent()
                    ? "more are rejected; they are counted and written to the file, not shown"
                    : "more are rejected; they are counted, not shown: --rejects FILE has all");
        }
    }

    /** Tells what is stored of an import that could not go on. */
    void brokenOff(boolean dryRun, Optional<SourceLocation> reached) {
        talk.println(String.format(Locale.ROOT,
                "The import broke off%s: %d inserted, %d updated, %d unchanged, %d rejected so far. %s",
                reached.map(location -> " while it read " + location).orElse(""), last.inserted(), last.updated(),
                last.unchanged(), last.rejected(),
                dryRun
                        ? "Nothing was written; run the command again."
                        : "What is stored stays stored; run the command again, and it goes on where it stopped."));
    }

    /** Tells how far an import came that was told to stop. */
    void stopped(Optional<SourceLocation> reached) {
        talk.println("Stopped " + reached.map(location -> "after " + location).orElse("before anything was read")
                + ", at the end of a batch. Run the same command again to go on: what is stored already is passed over.");
    }

    /** Tells that an import was told to stop when only what follows was left. */
    void stoppedAfterwards() {
        talk.println(
                "Stopped after all was stored. Run the same command again: what is stored already is passed over, and "
                        + "what follows is done to its end.");
    }

    void end(ImportSummary summary, boolean dryRun, PrintWriter out) {
        out.println(String.format(Locale.ROOT,
                dryRun
                        ? "would be: %d inserted, %d updated, %d unchanged, %d rejected; nothing was written, in %s"
                        : "%d inserted, %d updated, %d unchanged, %d rejected in %s",
                summary.inserted(), summary.updated(), summary.unchanged(), summary.rejected(),
                elapsed(Instant.now())));
        out.flush();
    }

    private String elapsed(Instant now) {
        return String.format(Locale.ROOT, "%.1f s", Duration.between(start, now).toMillis() / 1000.0);
    }
}

package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.mswada.application.sponsor.LinkSummary;
import org.mswada.bootstrap.server.ServerComponent;
import org.mswada.domain.legislature.JurisdictionCode;
import picocli.CommandLine;

/** What new members change besides themselves: whom printed names mean, and the figures of their work. */
final class SponsorSequel implements ImportExecution.Sequel {
    private static final JurisdictionCode UNITED_STATES = new JurisdictionCode("us");

    private final CommandLine command;

    SponsorSequel(CommandLine command) {
        this.command = command;
    }

    @Override
    public boolean run(ServerComponent component, BooleanSupplier stopped) {
        AmbiguousNames ambiguous = new AmbiguousNames(command.getErr());
        LinkSummary links = component.linkSponsorships().byName(UNITED_STATES, ambiguous, stopped);
        ambiguous.end();
        int changed = component.recomputeSponsorMetrics().all(stopped);
        PrintWriter out = command.getOut();
        out.println(String.format(Locale.ROOT,
                "%d sponsorships linked by name, %d left as ambiguous, %d as unknown; figures of %d sponsors changed",
                links.linked(), links.ambiguous(), links.unknown(), changed));
        out.flush();
        return !stopped.getAsBoolean();
    }
}

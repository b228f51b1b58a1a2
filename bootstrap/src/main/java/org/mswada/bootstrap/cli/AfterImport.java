package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.mswada.application.sponsor.LinkSummary;
import org.mswada.bootstrap.server.ServerComponent;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.user.Actor;
import picocli.CommandLine;

/**
 * What an import changes besides what it stores: whom printed names mean, and the figures of the work of sponsors. A bill that
 * was stored anew has only the links that its source says, so this follows every import.
 */
final class AfterImport {
    private final ServerComponent component;
    private final CommandLine command;

    AfterImport(ServerComponent component, CommandLine command) {
        this.component = component;
        this.command = command;
    }

    /**
     * Does it for these jurisdictions, or for a part once {@code stopped} says so; returns whether it came to its end. Done
     * again, it goes on, and writes nothing where nothing is left to do.
     */
    boolean run(List<JurisdictionCode> touched, BooleanSupplier stopped) {
        AmbiguousNames ambiguous = new AmbiguousNames(command.getErr());
        LinkSummary links = LinkSummary.NONE;
        int changed = 0;
        for (JurisdictionCode jurisdiction : touched) {
            links = links
                    .plus(component.linkSponsorships().byName(Actor.OPERATOR, jurisdiction, ambiguous, stopped).done());
            changed += component.recomputeSponsorMetrics().of(Actor.OPERATOR, jurisdiction, stopped).done();
        }
        ambiguous.end();
        PrintWriter out = command.getOut();
        out.println(String.format(Locale.ROOT,
                "%d sponsorships linked by name, %d left as ambiguous, %d as unknown; figures of %d sponsors changed",
                links.linked(), links.ambiguous(), links.unknown(), changed));
        out.flush();
        return !stopped.getAsBoolean();
    }
}

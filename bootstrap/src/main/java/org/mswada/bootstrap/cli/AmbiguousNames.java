package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.mswada.domain.sponsorship.UnlinkedSponsorship;

/** Lists names that several sponsors have, each once. */
final class AmbiguousNames implements Consumer<UnlinkedSponsorship> {
    private static final int MAXIMUM_NAMES = 1000;

    private final PrintWriter talk;
    private final Map<String, Integer> sponsorships = new TreeMap<>();
    private boolean more;

    AmbiguousNames(PrintWriter talk) {
        this.talk = talk;
    }

    @Override
    public void accept(UnlinkedSponsorship sponsorship) {
        String name = sponsorship.nameAsPrinted();
        if (sponsorships.size() < MAXIMUM_NAMES || sponsorships.containsKey(name)) {
            sponsorships.merge(name, 1, Integer::sum);
        } else {
            more = true;
        }
    }

    void end() {
        sponsorships.forEach((name, count) -> talk
                .println("ambiguous: '" + name + "' is the name of several sponsors; " + count
                        + (count == 1 ? " sponsorship stays" : " sponsorships stay") + " unlinked"));
        if (more) {
            talk.println("more names are ambiguous; they are counted, not shown");
        }
        talk.flush();
    }
}

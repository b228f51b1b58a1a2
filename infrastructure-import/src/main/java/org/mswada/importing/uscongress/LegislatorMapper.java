package org.mswada.importing.uscongress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.SponsorContact;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorName;

/** Makes a sponsor of a member of Congress. Party, chamber and district are those of the latest term. */
final class LegislatorMapper {
    private static final String SENATE = "United States Senate";
    private static final String HOUSE = "United States House of Representatives";
    private static final Set<String> OF_DELEGATES = Set.of("AS", "DC", "DK", "GU", "MP", "OL", "PI", "VI");
    private static final Set<String> OF_COMMISSIONERS = Set.of("PR");
    private static final Set<String> WHOLE_STATE = Set.of("0", "-1");

    private LegislatorMapper() {}

    static SponsorContent sponsor(Legislator legislator) {
        Legislator.Term latest = legislator.latest();
        return new SponsorContent(name(legislator), latest.party(), chamber(latest), district(latest), title(latest),
                legislator.active(), new SponsorContact(null, latest.phone(), latest.url()), legislator.identifiers(),
                memberships(legislator));
    }

    private static SponsorName name(Legislator legislator) {
        String first = legislator.first();
        String middle = legislator.middle();
        String last = legislator.last();
        String suffix = legislator.suffix();
        Set<String> all = new LinkedHashSet<>();
        for (String given : givenNames(legislator)) {
            all.add(given + " " + last);
            all.add(last + ", " + given);
            if (suffix != null) {
                all.add(given + " " + last + " " + suffix);
                all.add(last + ", " + given + ", " + suffix);
            }
        }
        String full = legislator.official();
        if (full == null) {
            full = first + (middle == null ? " " : " " + middle + " ") + last + (suffix == null ? "" : " " + suffix);
        }
        all.remove(full);
        return new SponsorName(full, first, last, List.copyOf(all));
    }

    private static List<String> givenNames(Legislator legislator) {
        List<String> names = new ArrayList<>(List.of(legislator.first()));
        String middle = legislator.middle();
        String nickname = legislator.nickname();
        if (middle != null) {
            names.add(legislator.first() + " " + middle);
        }
        if (nickname != null) {
            names.add(nickname);
        }
        return names;
    }

    private static List<Membership> memberships(Legislator legislator) {
        List<Membership> memberships = new ArrayList<>();
        for (Legislator.Term term : legislator.terms()) {
            boolean senator = isSenator(term);
            if (term.start() != null) {
                memberships.add(new Membership(senator ? SENATE : HOUSE, chamber(term),
                        senator ? "Senator" : "Representative", term.party(), district(term), term.start(),
                        term.end()));
            }
        }
        return memberships;
    }

    private static Chamber chamber(Legislator.Term term) {
        return isSenator(term) ? Chamber.UPPER : Chamber.LOWER;
    }

    private static String title(Legislator.Term term) {
        if (isSenator(term)) {
            return "Sen.";
        }
        return OF_DELEGATES.contains(term.state()) ? "Del." : OF_COMMISSIONERS.contains(term.state()) ? "Com." : "Rep.";
    }

    /** As bills name it: the state alone for senators and members at large. */
    private static String district(Legislator.Term term) {
        @Nullable
        String district = term.district();
        return isSenator(term) || district == null || WHOLE_STATE.contains(district)
                ? term.state()
                : term.state() + "-" + district;
    }

    private static boolean isSenator(Legislator.Term term) {
        return term.type().equals(Legislator.Term.SENATOR);
    }
}

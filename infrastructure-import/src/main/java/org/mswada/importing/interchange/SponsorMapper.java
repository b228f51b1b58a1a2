package org.mswada.importing.interchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.SponsorContact;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorName;

/** Says a sponsor's line in the terms of the domain. */
final class SponsorMapper {
    private SponsorMapper() {}

    static SponsorContent content(Fields line, Problems problems) {
        RepeatedItems.check(line.texts("other_names"), "other_names", problems);
        List<Membership> memberships = memberships(line.items("memberships"), problems);
        return new SponsorContent(
                new SponsorName(line.text("name"), line.optionalText("given_name"), line.optionalText("family_name"),
                        line.texts("other_names").stream().distinct().toList()),
                line.optionalText("party"), line.optionalChoice("chamber", Chamber.class),
                line.optionalText("district"), line.optionalText("role_title"), line.optionalTruth("active"),
                new SponsorContact(line.optionalText("email"), line.optionalText("phone"), line.optionalText("url")),
                line.identifiers("identifiers", problems), memberships);
    }

    private static List<Membership> memberships(List<Json> items, Problems problems) {
        List<Membership> memberships = new ArrayList<>(items.size());
        Set<List<String>> terms = new HashSet<>();
        for (int place = 0; place < items.size(); place++) {
            Fields item = Fields.of(items.get(place));
            Pointer pointer = Pointer.WHOLE.member("memberships").item(place);
            String end = item.optionalText("end_date");
            if (!terms.add(List.of(item.text("start_date"), item.text("organization")))) {
                problems.add(pointer, "begins on the same day in the same organization as another of the list");
            } else if (end != null && end.compareTo(item.text("start_date")) < 0) {
                problems.add(pointer.member("end_date"), "is before " + pointer.member("start_date"));
            } else {
                memberships.add(membership(item));
            }
        }
        return memberships;
    }

    private static Membership membership(Fields item) {
        return new Membership(item.text("organization"), item.optionalChoice("chamber", Chamber.class),
                item.optionalText("role"), item.optionalText("party"), item.optionalText("district"),
                item.day("start_date"), item.optionalDay("end_date"));
    }
}

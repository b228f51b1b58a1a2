package org.mswada.http.bill;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.DateRange;
import org.mswada.domain.bill.MomentRange;
import org.mswada.domain.bill.SponsoredBy;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.user.UserId;
import org.mswada.http.routing.Days;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;
import org.mswada.http.routing.Request;

/** Reads which bills are asked for. */
final class BillFilterReader {
    static final List<QueryParameter> PARAMETERS = List.of(QueryParameter.single("jurisdiction"),
            QueryParameter.single("session"), QueryParameter.repeatable("status"), QueryParameter.single("chamber"),
            QueryParameter.repeatable("classification"), QueryParameter.repeatable("subject"),
            QueryParameter.repeatable("all_subjects"), QueryParameter.single("area"),
            QueryParameter.single("sponsor"), QueryParameter.single("sponsor_role"),
            QueryParameter.single("introduced_from"), QueryParameter.single("introduced_to"),
            QueryParameter.single("latest_action_from"), QueryParameter.single("latest_action_to"),
            QueryParameter.single("updated_from"), QueryParameter.single("updated_until"),
            QueryParameter.single("passed"), QueryParameter.single("not_passed"),
            QueryParameter.personal("tracked_by"));

    private static final String WHOEVER_ASKS = "me";

    private final Request request;
    private final Parameters parameters;
    private final ParameterReader reader;

    private BillFilterReader(Request request, ParameterReader reader) {
        this.request = request;
        this.parameters = request.parameters();
        this.reader = reader;
    }

    /** Returns the filter; one that restricts nothing where something is refused. */
    static BillFilter read(Request request, ParameterReader reader) {
        return new BillFilterReader(request, reader).read();
    }

    /** What some parts refuse is blamed on the parameter whose part it is. */
    private BillFilter read() {
        BillFilter filter = BillFilter.builder().jurisdiction(single("jurisdiction", JurisdictionCode::new))
                .session(single("session", SessionIdentifier::new))
                .statuses(several("status", BillTexts.STATUSES)).chamber(single("chamber", BillTexts.CHAMBERS))
                .classifications(several("classification", BillTexts.CLASSIFICATIONS))
                .anySubject(names("subject")).allSubjects(names("all_subjects")).area(single("area", BillTexts::line))
                .sponsoredBy(sponsoredBy()).introduced(days("introduced")).latestAction(days("latest_action"))
                .updated(range("updated", "until", BillFilterReader::moment, MomentRange::new))
                .trackedBy(single("tracked_by", this::whoeverAsks)).build();
        return withMilestones(filter);
    }

    private BillFilter withMilestones(BillFilter filter) {
        BillFilter passed = reader.read("passed", parameters.single("passed"), text -> BillFilter.builder()
                .passed(BillTexts.STATUSES.apply(text)).build());
        BillFilter notPassed = reader.read("not_passed", parameters.single("not_passed"), text -> BillFilter.builder()
                .notPassed(BillTexts.STATUSES.apply(text)).build());
        return new BillFilter(filter.jurisdiction(), filter.session(), filter.statuses(), filter.chamber(),
                filter.classifications(), filter.anySubject(), filter.allSubjects(), filter.area(),
                filter.sponsoredBy(), filter.introduced(), filter.latestAction(), filter.updated(),
                passed == null ? null : passed.passed(), notPassed == null ? null : notPassed.notPassed(),
                filter.trackedBy());
    }

    /** Nobody else can be asked for: what people follow is personal data. */
    private UserId whoeverAsks(String text) {
        if (!text.equals(WHOEVER_ASKS)) {
            throw new IllegalArgumentException("'" + text + "' is not '" + WHOEVER_ASKS
                    + "', and what others follow is theirs to know");
        }
        return request.actor().user();
    }

    private <T> @Nullable T single(String name, Function<String, T> type) {
        return reader.read(name, parameters.single(name), type);
    }

    /** Repeated, or separated by commas. */
    private <T> Set<T> several(String name, Function<String, T> type) {
        return reader.several(name, parameters.all(name), type);
    }

    /** Repeated only, for a name may hold a comma. */
    private Set<String> names(String name) {
        return reader.each(name, parameters.all(name), BillTexts::line);
    }

    private @Nullable SponsoredBy sponsoredBy() {
        SponsorId sponsor = single("sponsor", text -> new SponsorId(Parameters.uuid(text)));
        SponsorshipRole role = single("sponsor_role", BillTexts.ROLES);
        if (parameters.single("sponsor") == null && role != null) {
            reader.refuse("sponsor_role", "it says in which role of a sponsor; give 'sponsor' too");
        }
        return sponsor == null ? null : new SponsoredBy(sponsor, role);
    }

    private @Nullable DateRange days(String name) {
        return range(name, "to", Days::read, DateRange::new);
    }

    private <T, R> @Nullable R range(String name, String end, Function<String, T> type,
            BiFunction<@Nullable T, @Nullable T, R> made) {
        List<@Nullable T> ends = new ArrayList<>();
        ends.add(single(name + "_from", type));
        ends.add(single(name + "_" + end, type));
        if (ends.get(0) == null && ends.get(1) == null) {
            return null;
        }
        return reader.read(name + "_" + end, "", _ -> made.apply(ends.get(0), ends.get(1)));
    }

    private static Instant moment(String text) {
        try {
            Instant moment = Instant.parse(text);
            if (!moment.isBefore(Instant.EPOCH) && moment.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                return moment;
            }
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("'" + text + "' is not a moment like '2026-03-01T12:00:00Z'", malformed);
        }
        throw new IllegalArgumentException("'" + text + "' is not a moment like '2026-03-01T12:00:00Z'");
    }
}

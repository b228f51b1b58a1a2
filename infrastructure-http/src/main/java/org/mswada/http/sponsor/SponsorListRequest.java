package org.mswada.http.sponsor;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorFilter;
import org.mswada.domain.sponsor.SponsorPage;
import org.mswada.http.routing.Days;
import org.mswada.http.routing.EnumNames;
import org.mswada.http.routing.Limits;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;

/**
 * Which part of which list of sponsors is asked for.
 *
 * @param filter which sponsors the list holds
 * @param after the place after which the part begins
 * @param limit the most sponsors that the part may hold
 */
record SponsorListRequest(SponsorFilter filter, SponsorCursor after, int limit) {
    static final List<QueryParameter> PARAMETERS = List.of(QueryParameter.single("jurisdiction"),
            QueryParameter.single("party"), QueryParameter.single("district"), QueryParameter.single("chamber"),
            QueryParameter.single("active"), QueryParameter.single("served_on"), QueryParameter.single("limit"),
            QueryParameter.single("cursor"));

    private static final int DEFAULT_LIMIT = 50;
    private static final int LONGEST_NAME = 500;
    private static final EnumNames<Chamber> CHAMBERS = new EnumNames<>(Chamber.class);

    static SponsorListRequest of(Parameters parameters) {
        ParameterReader reader = new ParameterReader();
        SponsorFilter filter = new SponsorFilter(
                reader.read("jurisdiction", parameters.single("jurisdiction"), JurisdictionCode::new),
                reader.read("party", parameters.single("party"), SponsorListRequest::name),
                reader.read("district", parameters.single("district"), SponsorListRequest::name),
                reader.read("chamber", parameters.single("chamber"), CHAMBERS),
                reader.read("active", parameters.single("active"), SponsorListRequest::bool),
                reader.read("served_on", parameters.single("served_on"), Days::read));
        Integer limit = limit(parameters, reader);
        SponsorCursor after = reader.read("cursor", parameters.single("cursor"), SponsorCursorText::decode);
        reader.check();
        return new SponsorListRequest(filter, Objects.requireNonNullElse(after, SponsorCursor.START),
                Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
    }

    static @Nullable Integer limit(Parameters parameters, ParameterReader reader) {
        return reader.read("limit", parameters.single("limit"), Limits.upTo(SponsorPage.MAXIMUM_LIMIT));
    }

    static String name(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("it is blank, has more than " + LONGEST_NAME
                    + " characters, or holds U+0000");
        }
        return text;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }
}

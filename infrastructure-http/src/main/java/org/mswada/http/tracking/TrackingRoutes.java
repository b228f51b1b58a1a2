package org.mswada.http.tracking;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mswada.application.tracking.ChangeOutcome;
import org.mswada.application.tracking.Follow;
import org.mswada.application.tracking.ListTracking;
import org.mswada.application.tracking.Unfollow;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.tracking.FollowResult;
import org.mswada.domain.tracking.TrackingFrequency;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingStance;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.http.auth.Challenge;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.EnumNames;
import org.mswada.http.routing.JsonMembers;
import org.mswada.http.routing.Limits;
import org.mswada.http.routing.Method;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Request;
import org.mswada.http.routing.Route;

/** The routes under {@code /v1/me/tracking}: what whoever asks follows. */
public final class TrackingRoutes {
    private static final String LIST = "/v1/me/tracking";
    private static final String BILL = LIST + "/bills/{id}";
    private static final String SPONSOR = LIST + "/sponsors/{id}";
    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;
    private static final EnumNames<TrackingTrigger> TRIGGERS = new EnumNames<>(TrackingTrigger.class);
    private static final EnumNames<TrackingFrequency> FREQUENCIES = new EnumNames<>(TrackingFrequency.class);
    private static final EnumNames<TrackingStance> STANCES = new EnumNames<>(TrackingStance.class);

    private final Follow follow;
    private final Unfollow unfollow;
    private final ListTracking listTracking;

    /** Answers from these use cases. */
    public TrackingRoutes(Follow follow, Unfollow unfollow, ListTracking listTracking) {
        this.follow = follow;
        this.unfollow = unfollow;
        this.listTracking = listTracking;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route(Method.GET, LIST, List.of(QueryParameter.single("limit"), QueryParameter.single("cursor")),
                        false, null, this::list),
                Route.taking(Method.PUT, BILL, request -> follow(request, bill(request))),
                Route.signedIn(Method.DELETE, BILL, request -> unfollow(request, bill(request))),
                Route.taking(Method.PUT, SPONSOR, request -> follow(request, sponsor(request))),
                Route.signedIn(Method.DELETE, SPONSOR, request -> unfollow(request, sponsor(request))));
    }

    private Reply list(Request request) {
        Parameters parameters = request.parameters();
        ParameterReader reader = new ParameterReader();
        Integer limit = reader.read("limit", parameters.single("limit"), Limits.upTo(HIGHEST_LIMIT));
        TrackingId after = reader.read("cursor", parameters.single("cursor"),
                text -> new TrackingId(Parameters.uuid(text)));
        reader.check();
        return Reply.json(TrackingListView.of(listTracking.page(request.actor(), after,
                Objects.requireNonNullElse(limit, DEFAULT_LIMIT))));
    }

    private Reply follow(Request request, TrackingTarget target) {
        TrackingPreferences preferences = preferences(request.json());
        return switch (follow.run(request.actor(), target, preferences)) {
            case Follow.Outcome.Tried(FollowResult.Followed _),Follow.Outcome.Tried(FollowResult.FollowedAlready _) ->
                Reply.done();
            case Follow.Outcome.Tried(FollowResult.NothingToFollow _) -> throw new ProblemException(
                    ProblemType.NOT_FOUND, "There is nothing to follow under " + name(target) + ".");
            case Follow.Outcome.Forbidden forbidden -> throw Challenge.forbidden(forbidden.needed());
        };
    }

    private Reply unfollow(Request request, TrackingTarget target) {
        return switch (unfollow.run(request.actor(), target)) {
            case ChangeOutcome.Done() -> Reply.done();
            case ChangeOutcome.NotFollowed() -> throw new ProblemException(ProblemType.NOT_FOUND,
                    "You do not follow " + name(target) + ".");
            case ChangeOutcome.Forbidden forbidden -> throw Challenge.forbidden(forbidden.needed());
        };
    }

    private static TrackingPreferences preferences(JsonMembers body) {
        boolean hasTriggers = body.has("triggers");
        List<TrackingTrigger> triggers = body.texts("triggers", TRIGGERS);
        if (hasTriggers && triggers.isEmpty() && body.isGood()) {
            body.refuse("triggers", "is empty; name one at least, or leave it out for all");
        }
        TrackingFrequency frequency = body.text("frequency", FREQUENCIES);
        TrackingStance stance = body.text("stance", STANCES);
        body.check();
        TrackingPreferences all = TrackingPreferences.DEFAULT;
        Set<TrackingTrigger> wanted = hasTriggers ? EnumSet.copyOf(triggers) : all.triggers();
        return new TrackingPreferences(wanted, Objects.requireNonNullElse(frequency, all.frequency()), stance);
    }

    private static TrackingTarget bill(Request request) {
        return target(request, id -> new TrackingTarget.OfBill(new BillId(id)));
    }

    private static TrackingTarget sponsor(Request request) {
        return target(request, id -> new TrackingTarget.OfSponsor(new SponsorId(id)));
    }

    private static TrackingTarget target(Request request, Function<UUID, TrackingTarget> type) {
        return request.parameters().id("id", type);
    }

    private static String name(TrackingTarget target) {
        return switch (target) {
            case TrackingTarget.OfBill bill -> "/v1/bills/" + bill.bill().value();
            case TrackingTarget.OfSponsor sponsor -> "/v1/sponsors/" + sponsor.sponsor().value();
            case TrackingTarget.OfSubject subject -> "subject " + subject.subject();
            case TrackingTarget.OfSearch search -> "search " + search.query();
        };
    }
}

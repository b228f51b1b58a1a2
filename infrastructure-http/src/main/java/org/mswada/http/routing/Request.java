package org.mswada.http.routing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.user.Actor;
import org.mswada.http.problem.ProblemException;

/** A request as its route sees it. For one thread. */
public final class Request {
    private final @Nullable Actor actor;
    private final Parameters parameters;
    private final Function<String, List<String>> headers;
    private final byte[] body;

    /**
     * What a request says.
     *
     * @param actor who sent it; null where that is for anybody
     * @param parameters of its path and its query
     * @param headers returns the values of a header, empty for none
     * @param body its content; empty where the route takes none
     */
    public Request(@Nullable Actor actor, Parameters parameters, Function<String, List<String>> headers, byte[] body) {
        this.actor = actor;
        this.parameters = parameters;
        this.headers = headers;
        this.body = body;
    }

    /** Returns who sent it; it is an error of the route to ask where anybody may. */
    public Actor actor() {
        return Objects.requireNonNull(actor, "the route is for anybody, and asks who somebody is");
    }

    /** Returns whether who sent it is known, and so what is answered may be theirs alone. */
    public boolean isPersonal() {
        return actor != null;
    }

    /** Returns the parameters of its path and its query. */
    public Parameters parameters() {
        return parameters;
    }

    /** Returns the members of the body. */
    public JsonMembers json() {
        return JsonMembers.of(body);
    }

    /**
     * Returns the version that the client has seen and means to change, by its {@code If-Match}.
     *
     * @param tagOf returns the tag that a version has
     * @throws ProblemException if it names none, or none of this resource
     */
    public int expectedVersion(IntFunction<EntityTag> tagOf) {
        return IfMatch.version(headers.apply("If-Match"), tagOf);
    }
}

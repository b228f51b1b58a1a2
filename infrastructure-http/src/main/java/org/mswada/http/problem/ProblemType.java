package org.mswada.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of problem that the API reports. Its name is part of the {@code type} that clients compare, so it never
 * changes; {@code GET /problems/{name}} describes it.
 */
public enum ProblemType {
    INVALID_PARAMETERS(400, "Invalid parameters", "A parameter of the request is unknown, repeated or malformed.",
            "Correct the parameters listed under 'errors'; /openapi.yaml describes all of them."),
    MALFORMED_REQUEST(400, "Malformed request", "The request does not follow HTTP.",
            "Correct the request line, the headers or the encoding of the path."),
    INVALID_BODY(400, "Invalid body", "The request's body is not what this operation takes.",
            "Correct the members listed under 'errors'; /openapi.yaml describes all of them."),
    SIGN_IN_REQUIRED(401, "Sign-in required", "This needs somebody who is signed in.",
            "Sign in with the OpenID Connect provider of this server, and send its access token."),
    INVALID_TOKEN(401, "Invalid token", "The access token is not accepted.",
            "Sign in again, and send the new access token."),
    FORBIDDEN(403, "Forbidden", "Your role does not allow this.",
            "Ask whoever runs this server for a role that allows it."),
    ACCOUNT_SUSPENDED(403, "Account suspended", "Your account is suspended.",
            "Reading needs no account; ask whoever runs this server why it is."),
    NOT_FOUND(404, "Not found", "Nothing is here.", "Check the path; /openapi.yaml lists all of them."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The path does not know this method.",
            "Use one of the methods in the 'Allow' header."),
    REQUEST_TIMEOUT(408, "Request timeout", "The request did not arrive in time.", "Send it again, without pauses."),
    NUMBER_TAKEN(409, "Number taken", "The session has a bill with this number.",
            "If you repeat a request whose outcome you do not know, it was stored: read that bill and compare. "
                    + "Else correct the number."),
    SESSION_CLOSED(409, "Session closed", "The session is closed: no bill is introduced or taken up in it any more.",
            "Check the session; 'detail' says when it was closed."),
    TRANSITION_REFUSED(409, "Transition refused", "The bill may not go from its status to the other one.",
            "Choose one of the statuses that 'detail' names; /openapi.yaml describes them."),
    EMAIL_TAKEN(409, "E-mail address taken", "Another account has this e-mail address.",
            "Use another address, or the other account."),
    PRECONDITION_FAILED(412, "Precondition failed", "It was changed since you read it; nothing was stored.",
            "Read it again, and repeat the change on what is there now, with the new ETag as If-Match."),
    BODY_TOO_LARGE(413, "Body too large", "The request's body is larger than the server reads.",
            "Send less at once."),
    URI_TOO_LONG(414, "URI too long", "The request line is longer than the server reads.",
            "Shorten the path or the query."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The body is of a type that this operation does not take.",
            "Send the type that the answer names, in the Content-Type header."),
    UNPROCESSABLE(422, "Unprocessable", "The request is well-formed, but what it asks for cannot be.",
            "Correct what 'detail' and 'errors' name."),
    PRECONDITION_REQUIRED(428, "Precondition required", "A change must say which version it changes.",
            "Read it first, and send its ETag as If-Match."),
    HEADERS_TOO_LARGE(431, "Headers too large", "The headers are larger than the server reads.",
            "Send fewer or shorter headers."),
    INTERNAL_ERROR(500, "Internal error", "The server failed; the fault is not in the request.",
            "Report it with the trace id, under which the cause is logged."),
    SERVER_BUSY(503, "Server busy", "The server handles as many requests as it may, or it is stopping.",
            "Repeat the request after the seconds in 'Retry-After'.", 1),
    SERVER_STARTING(503, "Server starting", "The server is not ready yet.",
            "Repeat the request after the seconds in 'Retry-After'.", 2),
    SIGN_IN_UNAVAILABLE(503, "Sign-in unavailable",
            "Tokens cannot be checked now: their issuer does not tell its keys.",
            "Repeat the request after the seconds in 'Retry-After'; reading needs no token.", 5),
    STORAGE_UNAVAILABLE(503, "Storage unavailable", "The database does not answer now; nothing was stored.",
            "Repeat the request after the seconds in 'Retry-After'.", 5),
    STORAGE_OVERLOADED(503, "Storage overloaded", "Too many requests wait for the database; nothing was stored.",
            "Repeat the request after the seconds in 'Retry-After'.", 2),
    TRANSIENT_CONFLICT(503, "Transient conflict",
            "The request met another one that changes the same; nothing was stored.",
            "Repeat the request after the seconds in 'Retry-After'.", 1),
    STORAGE_TIMEOUT(504, "Storage timeout", "The database did not answer in time; nothing was stored.",
            "Ask for less, or repeat the request later."),
    OUTCOME_UNKNOWN(504, "Outcome unknown", "The connection was lost while storing: it may be stored or not.",
            "Repeat the request unchanged: nothing is done twice. If it was stored, a bill's number is taken "
                    + "(409), and a change meets a newer version (412).");

    private static final String PATH = "/problems/";

    private final int status;
    private final String title;
    private final String meaning;
    private final String action;
    private final int retryAfterSeconds;

    ProblemType(int status, String title, String meaning, String action) {
        this(status, title, meaning, action, 0);
    }

    ProblemType(int status, String title, String meaning, String action, int retryAfterSeconds) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.action = action;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Finds a type by the last part of its URI, such as {@code not-found}. */
    public static Optional<ProblemType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.uri().equals(PATH + name)).findFirst();
    }

    /** Returns the {@code type} of the problem document, a URI relative to the server. */
    public String uri() {
        return PATH + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the HTTP status code. */
    public int status() {
        return status;
    }

    /** Returns what it is, in a few words. */
    public String title() {
        return title;
    }

    /** Returns what happened, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns what the client should do, in a sentence. */
    public String action() {
        return action;
    }

    /** Returns the value of the {@code Retry-After} header in seconds, or 0 for none. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

package org.mswada.http.auth;

import java.util.Locale;
import org.mswada.domain.user.Permission;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;

/** Refusals of requests for who sent them, with the header that RFC 6750, section 3, asks for. They quote no token. */
public final class Challenge {
    private static final String HEADER = "WWW-Authenticate";
    private static final String REALM = "Bearer realm=\"mswada\"";

    private Challenge() {}

    /** The request has no token; without an error code, as section 3.1 asks. */
    static ProblemException missing(String detail) {
        return new ProblemException(ProblemType.SIGN_IN_REQUIRED, detail).withHeader(HEADER, REALM);
    }

    /** The token is no good; {@code reason} says in a sentence why. */
    static ProblemException invalid(String reason) {
        return new ProblemException(ProblemType.INVALID_TOKEN, reason).withHeader(HEADER,
                REALM + ", error=\"invalid_token\", error_description=\"" + quotable(reason) + "\"");
    }

    /** The token is good, but who it is for may not do this; {@code reason} says in a sentence why. */
    public static ProblemException insufficient(ProblemType type, String reason) {
        return new ProblemException(type, reason).withHeader(HEADER,
                REALM + ", error=\"insufficient_scope\", error_description=\"" + quotable(reason) + "\"");
    }

    /** Their role does not allow this. */
    public static ProblemException forbidden(Permission needed) {
        return insufficient(ProblemType.FORBIDDEN, "Your role does not allow you to "
                + needed.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
    }

    /** Section 3: neither quotes nor backslashes, and only ASCII. */
    private static String quotable(String reason) {
        return reason.replaceAll("[\"\\\\]", "'").replaceAll("[^\\x20-\\x7E]", "?");
    }
}

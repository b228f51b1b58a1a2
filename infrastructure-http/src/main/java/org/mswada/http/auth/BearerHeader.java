package org.mswada.http.auth;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the token out of the {@code Authorization} header (RFC 6750, section 2.1), the only place where it is taken from. */
final class BearerHeader {
    /** Common tokens have one or two thousand characters. */
    static final int LONGEST_TOKEN = 8 * 1024;

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");
    private static final String FORM = "Send 'Authorization: Bearer' and the token.";

    private BearerHeader() {}

    static String tokenIn(List<String> headers) {
        if (headers.isEmpty()) {
            throw Challenge.missing("This needs somebody who is signed in, and the request has no token. " + FORM);
        }
        if (headers.size() > 1) {
            throw Challenge.invalid("The request has more than one Authorization header.");
        }
        if (headers.getFirst().length() > LONGEST_TOKEN) {
            throw Challenge.invalid("The token is longer than " + LONGEST_TOKEN + " characters.");
        }
        Matcher bearer = BEARER.matcher(headers.getFirst().strip());
        if (!bearer.matches()) {
            throw Challenge.invalid("The Authorization header holds no bearer token.");
        }
        return bearer.group(1);
    }
}

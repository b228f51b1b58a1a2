package org.mswada.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.Route;

/** Reads the body of a request as far as its route takes one: of the right type, not too large and not for ever. */
final class RequestBody {
    static final int LARGEST = 1024 * 1024;

    /** Longer than a slow telephone takes for the largest body; a request that trickles in holds a place. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String READ = "org.mswada.body-read";
    private static final int CHUNK = 8 * 1024;
    private static final Pattern PARAMETERS = Pattern.compile("(;charset=\"?utf-8\"?)?;?");

    private RequestBody() {}

    static byte[] read(HttpServletRequest request, Route route) {
        String type = route.bodyType();
        if (type != null) {
            checkType(request, type);
        }
        int largest = type == null ? 0 : LARGEST;
        if (request.getContentLengthLong() > largest) {
            throw tooLarge(type);
        }
        try {
            byte[] body = read(request.getInputStream(), largest, type);
            request.setAttribute(READ, true);
            return body;
        } catch (IOException endedEarly) {
            throw new ProblemException(ProblemType.REQUEST_TIMEOUT, "The body did not arrive as a whole.");
        }
    }

    /**
     * Ends the connection after the answer, unless all of the body has come: the rest of it would be taken for the next
     * request, so the server closes, and a client must not send one meanwhile. Waits for nothing.
     */
    static void leave(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(READ) != null) {
            return;
        }
        try {
            InputStream stream = request.getInputStream();
            byte[] chunk = new byte[CHUNK];
            long left = Math.max(0, request.getContentLengthLong());
            while (left > 0 && stream.available() > 0) {
                left -= Math.max(0, stream.read(chunk));
            }
            if (left > 0 || request.getHeader("Transfer-Encoding") != null) {
                response.setHeader("Connection", "close");
            }
        } catch (IOException gone) {
            response.setHeader("Connection", "close");
        }
    }

    private static void checkType(HttpServletRequest request, String type) {
        String given = request.getContentType() == null
                ? ""
                : request.getContentType().replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (!given.startsWith(type) || !PARAMETERS.matcher(given.substring(type.length())).matches()) {
            throw unsupported(type, "The body has to be " + type + " in UTF-8"
                    + (given.isEmpty() ? ", and the request does not say what it is." : "."));
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported(type, "The body is compressed, and this server reads only what is not.");
        }
    }

    private static ProblemException unsupported(String type, String detail) {
        return new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail).withHeader("Accept", type);
    }

    private static byte[] read(InputStream stream, int largest, @Nullable String type) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
            body.write(chunk, 0, length);
            if (body.size() > largest) {
                throw tooLarge(type);
            }
            if (System.nanoTime() - end > 0) {
                throw new ProblemException(ProblemType.REQUEST_TIMEOUT,
                        "The body did not arrive within " + LONGEST.toSeconds() + " seconds.");
            }
        }
        return body.toByteArray();
    }

    private static ProblemException tooLarge(@Nullable String type) {
        return type == null
                ? new ProblemException(ProblemType.INVALID_BODY, "This operation takes no body.")
                : new ProblemException(ProblemType.BODY_TOO_LARGE, "The body is larger than " + LARGEST + " bytes.");
    }
}

package org.mswada.http.routing;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param status the HTTP status code
 * @param mediaType the type of the body; null where there is none
 * @param tag changes whenever the body does; null for what must not be stored by anybody
 * @param headers further headers
 * @param body makes the body; not asked when the client has it already
 */
public record Reply(int status, @Nullable String mediaType, @Nullable EntityTag tag, Map<String, String> headers,
        Supplier<byte[]> body) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    /** Copies the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** An answer without further headers. */
    public Reply(int status, @Nullable String mediaType, @Nullable EntityTag tag, Supplier<byte[]> body) {
        this(status, mediaType, tag, Map.of(), body);
    }

    /** Answers with a view, tagged by its content. */
    public static Reply json(Object view) {
        return bytes(Json.MEDIA_TYPE, Json.write(view));
    }

    /** Answers with a view, tagged by something that changes whenever the view does. */
    public static Reply json(Object view, EntityTag tag) {
        return new Reply(OK, Json.MEDIA_TYPE, tag, () -> Json.write(view));
    }

    /** Answers with these bytes, tagged by themselves. */
    public static Reply bytes(String mediaType, byte[] body) {
        return new Reply(OK, mediaType, EntityTag.of(body), () -> body);
    }

    /** Answers that something was made, with its view and where it is. */
    public static Reply created(Object view, EntityTag tag, String location) {
        return new Reply(CREATED, Json.MEDIA_TYPE, tag, Map.of("Location", location), () -> Json.write(view));
    }

    /** Answers that it is done, and there is nothing more to say. */
    public static Reply done() {
        return new Reply(NO_CONTENT, null, null, () -> new byte[0]);
    }

    /** Answers with a view of the moment, which nobody may store. */
    public static Reply untagged(int status, Object view) {
        return new Reply(status, Json.MEDIA_TYPE, null, () -> Json.write(view));
    }
}

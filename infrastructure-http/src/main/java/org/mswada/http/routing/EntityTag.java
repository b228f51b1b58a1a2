package org.mswada.http.routing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strong entity tag (RFC 9110, section 8.8.3).
 *
 * @param value the tag as in the {@code ETag} header, with its quotes
 */
public record EntityTag(String value) {
    private static final Pattern LISTED = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");
    private static final int HASH_BYTES = 16;

    /** Tags what this text identifies: another text, another tag. */
    public static EntityTag of(String state) {
        return of(state.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Tags a version of a resource, so that the number can be read from the tag again.
     *
     * @param representation raise it when the same version comes to look different, or clients keep the old look
     * @param resource names the resource: another resource, another tag
     */
    public static EntityTag ofVersion(int representation, String resource, int version) {
        EntityTag whole = of(representation + "/" + resource + "/" + version);
        return new EntityTag('"' + Integer.toString(version) + '-' + whole.value().substring(1));
    }

    /** Tags these bytes: other bytes, another tag. */
    public static EntityTag of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new EntityTag('"' + Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(Arrays.copyOf(hash, HASH_BYTES)) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Returns whether the client has this already, by the values of its {@code If-None-Match} headers: tags, weak or
     * strong, or {@code *} for any (RFC 9110, section 13.1.2, which asks for the weak comparison).
     */
    public boolean isAmong(List<String> ifNoneMatch) {
        return ifNoneMatch.stream().anyMatch(this::isIn);
    }

    private boolean isIn(String header) {
        if (header.strip().equals("*")) {
            return true;
        }
        Matcher listed = LISTED.matcher(header);
        while (listed.find()) {
            if (listed.group(1).equals(value)) {
                return true;
            }
        }
        return false;
    }
}

package org.mswada.bootstrap.config;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A setting and what it is now.
 *
 * @param key which one
 * @param value as it was given, or null for none; may be a secret
 * @param origin where the value comes from
 */
public record Setting(Key key, @Nullable String value, Origin origin) {
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@\\s]*@");

    /** Returns the value as it may be shown to anybody. */
    public String shown() {
        if (value == null) {
            return "";
        }
        if (key.isSecret()) {
            return "***";
        }
        if (key == Key.AUTH_JWKS_URL) {
            return CREDENTIALS.matcher(value).replaceAll("//***@");
        }
        return key.isUrl()
                ? Arrays.stream(value.split(",", -1)).map(Setting::withoutPassword).collect(Collectors.joining(","))
                : value;
    }

    /** Nobody knows where the password is in one that cannot be read. */
    private static String withoutPassword(String url) {
        try {
            DatabaseUrl.parse(url.strip());
            return CREDENTIALS.matcher(url).replaceAll("//***@");
        } catch (IllegalArgumentException unreadable) {
            return "***";
        }
    }

    @Override
    public String toString() {
        return key.dotted() + "=" + shown() + " (" + origin + ")";
    }
}

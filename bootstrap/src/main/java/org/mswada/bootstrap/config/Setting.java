package org.mswada.bootstrap.config;

import java.util.regex.Pattern;
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
        return key.isSecret() ? "***" : CREDENTIALS.matcher(value).replaceAll("//***@");
    }

    @Override
    public String toString() {
        return key.dotted() + "=" + shown() + " (" + origin + ")";
    }
}

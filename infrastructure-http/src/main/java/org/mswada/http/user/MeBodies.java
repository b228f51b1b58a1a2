package org.mswada.http.user;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserProfile;
import org.mswada.http.routing.EnumNames;
import org.mswada.http.routing.JsonMembers;

/** Reads what somebody changes of their own account. */
final class MeBodies {
    private static final EnumNames<Anonymity> ANONYMITIES = new EnumNames<>(Anonymity.class);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_BIOGRAPHY = 5_000;
    private static final Pattern URL = Pattern.compile("https?://\\S{1,1990}");

    private MeBodies() {}

    /** Reads a merge patch (RFC 7396); the schema {@code MePatch} describes it. */
    static UnaryOperator<UserDetails> details(JsonMembers body) {
        boolean hasEmail = body.has("email");
        EmailAddress email = body.text("email", EmailAddress::new);
        boolean hasName = body.has("display_name");
        String name = body.text("display_name", text -> within(text, LONGEST_NAME));
        boolean hasArea = body.has("area");
        String area = body.text("area", text -> within(text, LONGEST_NAME));
        Anonymity anonymity = body.has("anonymity") ? body.requiredText("anonymity", ANONYMITIES) : null;
        body.check();
        return stored -> new UserDetails(hasEmail ? email : stored.email(), hasName ? name : stored.displayName(),
                stored.role(), hasArea ? area : stored.area(),
                Objects.requireNonNullElse(anonymity, stored.anonymity()));
    }

    /** Reads a whole profile; the schema {@code Profile} describes it. */
    static UserProfile profile(JsonMembers body) {
        String biography = body.text("biography", text -> within(text, LONGEST_BIOGRAPHY));
        Locale language = body.text("language", MeBodies::language);
        ZoneId zone = body.text("time_zone", MeBodies::zone);
        String avatar = body.text("avatar_url", MeBodies::url);
        Boolean isPublic = body.bool("is_public");
        body.check();
        return new UserProfile(biography, language, zone, avatar, isTrue(isPublic));
    }

    private static boolean isTrue(@Nullable Boolean given) {
        return given != null && given;
    }

    private static String within(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("it is blank or has more than " + longest + " characters");
        }
        return text;
    }

    private static Locale language(String text) {
        try {
            Locale language = new Locale.Builder().setLanguageTag(text).build();
            if (!language.getLanguage().isEmpty()) {
                return language;
            }
        } catch (IllformedLocaleException malformed) {
            throw new IllegalArgumentException("'" + text + "' is no language tag like 'sw' or 'en-KE'", malformed);
        }
        throw new IllegalArgumentException("'" + text + "' is no language tag like 'sw' or 'en-KE'");
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("'" + text + "' is no time zone like 'Africa/Nairobi'", unknown);
        }
    }

    private static String url(String text) {
        if (!URL.matcher(text).matches()) {
            throw new IllegalArgumentException("it is no http:// or https:// URL of at most 2000 characters");
        }
        return text;
    }
}

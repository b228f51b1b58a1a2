package org.mswada.db.repository;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserId;

/**
 * Who has the e-mail addresses of a batch, in whatever case. Which addresses are the same is said by PostgreSQL, as in the
 * unique index on them: Java makes other small letters of some capitals, as of the dotted I.
 */
final class EmailHolders {
    private static final String FIND = """
            select given.email, lower(given.email) as folded, app_user.id
            from (select distinct email from unnest({0}) as address (email) where email is not null) as given
            left join app_user on lower(app_user.email) = lower(given.email)""";

    private final Map<String, String> folded = new HashMap<>();
    private final Map<String, UserId> holders = new HashMap<>();

    /** Finds who has them now. */
    static EmailHolders of(DSLContext sql, List<UserDetails> details) {
        EmailHolders found = new EmailHolders();
        sql.resultQuery(FIND, ArrayParameters.texts(details, each -> text(each.email()))).forEach(row -> {
            String small = row.get("folded", String.class);
            found.folded.put(row.get("email", String.class), small);
            UUID holder = row.get("id", UUID.class);
            if (holder != null) {
                found.holders.put(small, new UserId(holder));
            }
        });
        return found;
    }

    /** Returns who has the address in these details, or null where nobody has it or there is none. */
    @Nullable
    UserId holder(UserDetails details) {
        String small = folded(details);
        return small == null ? null : holders.get(small);
    }

    /** Lets a user have the address in these details, unless somebody has it: returns who else has it then, or null. */
    @Nullable
    UserId take(UserDetails details, UserId user) {
        String small = folded(details);
        UserId holder = small == null ? null : holders.putIfAbsent(small, user);
        return user.equals(holder) ? null : holder;
    }

    private @Nullable String folded(UserDetails details) {
        EmailAddress email = details.email();
        return email == null ? null : folded.get(email.value());
    }

    static @Nullable String text(@Nullable EmailAddress email) {
        return email == null ? null : email.value();
    }
}

package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserWriteResult;

/** Changes users by sets. An address that somebody else has before the batch is taken, even if they give it up in it. */
final class UserUpdates {
    private static final String UPDATE = """
            update app_user set email = given.email, display_name = given.display_name, role = given.role,
                area = given.area, anonymity = given.anonymity, version = version + 1, updated_at = now()
            from unnest({0}, {1}, {2}, {3}, {4}, {5}) as given (id, email, display_name, role, area, anonymity)
            where app_user.id = given.id""";

    List<UserWriteResult> run(WriteSession session, List<UserChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        DSLContext sql = sql(session);
        Map<UserId, UserState> stored = UserState.lock(sql, changes.stream().map(UserChange::id).toList());
        Plan plan = new Plan(stored, EmailHolders.of(sql, changes.stream().map(UserChange::details).toList()));
        List<UserWriteResult> results = changes.stream().map(plan::add).toList();
        if (!plan.updates.isEmpty()) {
            sql.execute(UPDATE, ArrayParameters.uuids(plan.updates, change -> change.id().value()),
                    ArrayParameters.texts(plan.updates, change -> EmailHolders.text(change.details().email())),
                    ArrayParameters.texts(plan.updates, change -> change.details().displayName()),
                    ArrayParameters.texts(plan.updates, change -> change.details().role()),
                    ArrayParameters.texts(plan.updates, change -> change.details().area()),
                    ArrayParameters.texts(plan.updates, change -> change.details().anonymity()));
        }
        return results;
    }

    /** What is done with each change. */
    private static final class Plan {
        private final Map<UserId, UserState> stored;
        private final EmailHolders emails;
        private final Set<UserId> seen = new HashSet<>();
        private final List<UserChange> updates = new ArrayList<>();

        Plan(Map<UserId, UserState> stored, EmailHolders emails) {
            this.stored = stored;
            this.emails = emails;
        }

        UserWriteResult add(UserChange change) {
            if (!seen.add(change.id())) {
                throw new IllegalArgumentException("user " + change.id().value() + " is changed twice in one batch");
            }
            UserWriteResult refusal = UserState.refusal(stored.get(change.id()), change.expectedVersion());
            if (refusal != null) {
                return refusal;
            }
            UserId holder = emails.take(change.details(), change.id());
            if (holder != null) {
                return new UserWriteResult.EmailTaken(holder);
            }
            updates.add(change);
            return new UserWriteResult.Written(change.id(), change.expectedVersion() + 1);
        }
    }
}

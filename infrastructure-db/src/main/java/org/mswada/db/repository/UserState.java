package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.APP_USER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserStatus;
import org.mswada.domain.user.UserWriteResult;

/** What decides whether a user may be changed. */
record UserState(int version, UserStatus status) {
    /** Locks in the order of the ids, so that two batches at once wait for each other instead of deadlocking. */
    static Map<UserId, UserState> lock(DSLContext sql, List<UserId> ids) {
        Map<UserId, UserState> found = new HashMap<>();
        sql.select(APP_USER.ID, APP_USER.VERSION, APP_USER.STATUS).from(APP_USER)
                .where(APP_USER.ID.eq(DSL.any(ids.toArray(UserId[]::new)))).orderBy(APP_USER.ID).forNoKeyUpdate()
                .forEach(row -> found.put(row.value1(), new UserState(row.value2(), row.value3())));
        return found;
    }

    /** Returns why a change that starts from this version is refused, or null when it is not. */
    static @Nullable UserWriteResult refusal(@Nullable UserState stored, int expectedVersion) {
        if (stored == null) {
            return new UserWriteResult.Missing();
        }
        if (stored.status == UserStatus.ERASED) {
            return new UserWriteResult.Erased();
        }
        return stored.version == expectedVersion ? null : new UserWriteResult.Stale(stored.version);
    }
}

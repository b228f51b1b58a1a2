package org.mswada.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every permission x every role, said once more in full: who changes the policy changes it here, too. */
final class AccessPolicyTest {
    private static final Set<Role> EVERYBODY = EnumSet.of(Role.CITIZEN, Role.VERIFIED_CITIZEN, Role.EXPERT,
            Role.JOURNALIST, Role.CLERK, Role.MODERATOR, Role.ADMIN);
    private static final Set<Role> CLERKS = EnumSet.of(Role.CLERK, Role.ADMIN);
    private static final Set<Role> MODERATORS = EnumSet.of(Role.MODERATOR, Role.ADMIN);
    private static final Set<Role> ADMINS = EnumSet.of(Role.ADMIN);

    private static final UserId ONE = new UserId(new UUID(0, 1));
    private static final UserId OTHER = new UserId(new UUID(0, 2));

    @ParameterizedTest
    @EnumSource
    void each_role_may_do_exactly_this(Permission permission) {
        EnumMap<Role, Boolean> found = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            if (AccessPolicy.allows(role, permission)) {
                found.put(role, true);
            }
        }
        assertThat(found.keySet()).isEqualTo(expected(permission));
    }

    /** A permission that is added and not listed does not compile. */
    private static Set<Role> expected(Permission permission) {
        return switch (permission) {
            case EDIT_SELF, ERASE_SELF, TRACK, ENGAGE -> EVERYBODY;
            case CREATE_BILL, EDIT_BILL, TRANSITION_BILL, CREATE_SPONSOR, EDIT_SPONSOR, DEACTIVATE_SPONSOR,
                    LINK_SPONSORSHIPS ->
                CLERKS;
            case SUSPEND_USER, READ_USERS -> MODERATORS;
            case DELETE_BILL, RESTORE_BILL, IMPORT_BILLS, CLOSE_SESSION, IMPORT_SPONSORS, RECOMPUTE_METRICS,
                    CREATE_USER, EDIT_USER, CHANGE_ROLE, ERASE_USER, DELETE_USER, READ_FOLLOWERS ->
                ADMINS;
        };
    }

    @Test
    void what_is_one_s_own_is_nobody_else_s_without_the_wider_right() {
        for (Role role : Role.values()) {
            Actor actor = new Actor(ONE, role);
            assertThat(actor.may(Permission.EDIT_SELF, Permission.EDIT_USER, ONE)).as("%s, own", role).isTrue();
            assertThat(actor.may(Permission.EDIT_SELF, Permission.EDIT_USER, OTHER)).as("%s, other", role)
                    .isEqualTo(role == Role.ADMIN);
        }
    }

    @Test
    void what_is_granted_to_nobody_is_denied() {
        assertThat(AccessPolicy.allows(Role.ADMIN, Permission.CREATE_BILL, Map.of())).isFalse();
        assertThat(AccessPolicy.allows(Role.CLERK, Permission.CREATE_BILL, Map.of(Permission.EDIT_BILL, CLERKS)))
                .isFalse();
        assertThat(AccessPolicy.allows(Role.CLERK, Permission.EDIT_BILL, Map.of(Permission.EDIT_BILL, CLERKS)))
                .isTrue();
    }
}

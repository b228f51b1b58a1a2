package org.mswada.domain.user;

import static org.mswada.domain.user.Role.ADMIN;
import static org.mswada.domain.user.Role.CLERK;
import static org.mswada.domain.user.Role.MODERATOR;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which role may do what. What is not granted here is denied. */
public final class AccessPolicy {
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Map<Permission, Set<Role>> GRANTED = granted();

    private AccessPolicy() {}

    private static Map<Permission, Set<Role>> granted() {
        Map<Permission, Set<Role>> granted = new EnumMap<>(Permission.class);
        for (Permission own : EnumSet.of(Permission.EDIT_SELF, Permission.ERASE_SELF,
                Permission.TRACK, Permission.ENGAGE)) {
            granted.put(own, EVERYBODY);
        }
        for (Permission record : EnumSet.of(Permission.CREATE_BILL, Permission.EDIT_BILL, Permission.TRANSITION_BILL,
                Permission.CREATE_SPONSOR, Permission.EDIT_SPONSOR, Permission.DEACTIVATE_SPONSOR,
                Permission.LINK_SPONSORSHIPS)) {
            granted.put(record, EnumSet.of(CLERK, ADMIN));
        }
        for (Permission moderating : EnumSet.of(Permission.READ_USERS, Permission.SUSPEND_USER)) {
            granted.put(moderating, EnumSet.of(MODERATOR, ADMIN));
        }
        for (Permission rare : EnumSet.of(Permission.DELETE_BILL, Permission.RESTORE_BILL, Permission.IMPORT_BILLS,
                Permission.CLOSE_SESSION, Permission.IMPORT_SPONSORS, Permission.RECOMPUTE_METRICS,
                Permission.CREATE_USER, Permission.EDIT_USER, Permission.CHANGE_ROLE, Permission.ERASE_USER,
                Permission.DELETE_USER, Permission.READ_FOLLOWERS)) {
            granted.put(rare, EnumSet.of(ADMIN));
        }
        return granted;
    }

    /** Returns whether a role may do this. */
    public static boolean allows(Role role, Permission permission) {
        return allows(role, permission, GRANTED);
    }

    static boolean allows(Role role, Permission permission, Map<Permission, Set<Role>> granted) {
        return granted.getOrDefault(permission, Set.of()).contains(role);
    }
}

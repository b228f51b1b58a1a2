package org.mswada.domain.user;

/** What a role may or may not do: a kind of write, or of reading what is of other people. A use case names the one it needs. */
public enum Permission {
    CREATE_BILL, EDIT_BILL, TRANSITION_BILL, DELETE_BILL, RESTORE_BILL, IMPORT_BILLS, CLOSE_SESSION,
    CREATE_SPONSOR, EDIT_SPONSOR, DEACTIVATE_SPONSOR, IMPORT_SPONSORS, LINK_SPONSORSHIPS, RECOMPUTE_METRICS,
    EDIT_SELF, ERASE_SELF, TRACK, ENGAGE,
    CREATE_USER, EDIT_USER, CHANGE_ROLE, SUSPEND_USER, ERASE_USER, DELETE_USER,
    READ_USERS, READ_FOLLOWERS
}

package org.mswada.domain.user;

/** What became of a user who was to be deleted. */
public enum UserDeleteResult {
    DELETED, MISSING
}

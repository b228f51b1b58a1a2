package org.mswada.domain.user;

/** What a user is here, and so what they may do: see {@link AccessPolicy}. */
public enum Role {
    CITIZEN, VERIFIED_CITIZEN, EXPERT, JOURNALIST, CLERK, MODERATOR, ADMIN
}

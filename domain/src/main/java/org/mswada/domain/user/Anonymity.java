package org.mswada.domain.user;

/** Under which name others see what a user does: the display name, a pseudonym, or none. */
public enum Anonymity {
    PUBLIC, PSEUDONYM, ANONYMOUS
}

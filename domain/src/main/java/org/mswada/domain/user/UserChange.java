package org.mswada.domain.user;

/**
 * A change of a user.
 *
 * @param id whose
 * @param details what is to be stored
 * @param expectedVersion the version that the change starts from
 */
public record UserChange(UserId id, UserDetails details, int expectedVersion) {}

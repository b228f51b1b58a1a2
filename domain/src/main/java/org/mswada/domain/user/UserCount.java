package org.mswada.domain.user;

/**
 * A number of users.
 *
 * @param users how many were counted
 * @param exact whether there are no more: counting ended at a limit otherwise
 */
public record UserCount(long users, boolean exact) {}

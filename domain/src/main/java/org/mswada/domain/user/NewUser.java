package org.mswada.domain.user;

/**
 * A user who is to be stored.
 *
 * @param id the identifier that they take
 * @param subject who they are to the provider they sign in with
 * @param details what else is known
 */
public record NewUser(UserId id, OidcSubject subject, UserDetails details) {}

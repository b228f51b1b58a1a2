package org.mswada.application.user;

import org.mswada.domain.user.User;
import org.mswada.domain.user.UserProfile;

/**
 * A user with what they tell of themselves, as it was at one moment.
 *
 * @param user the user
 * @param profile what they tell; empty where they told nothing
 */
public record Account(User user, UserProfile profile) {}

/**
 * People who sign in elsewhere, what they follow, and what they may do. Start with {@link org.mswada.domain.user.User};
 * who may write what is in {@link org.mswada.domain.user.AccessPolicy} and nowhere else.
 */
@NullMarked
package org.mswada.domain.user;

import org.jspecify.annotations.NullMarked;

/**
 * Use cases of users. Who acts is passed to each, also to one that only reads; what they may do is said by
 * {@link org.mswada.domain.user.AccessPolicy}.
 */
@NullMarked
package org.mswada.application.user;

import org.jspecify.annotations.NullMarked;

/** What can be done with users. Start with {@link org.mswada.application.user.SignIn}. */
@NullMarked
package org.mswada.application.user;

import org.jspecify.annotations.NullMarked;

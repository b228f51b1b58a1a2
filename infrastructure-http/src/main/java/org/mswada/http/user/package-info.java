/** One's own account over HTTP. Start with {@link org.mswada.http.user.MeRoutes}. */
@NullMarked
package org.mswada.http.user;

import org.jspecify.annotations.NullMarked;

/** Who sends a request: OpenID Connect access tokens. Start with {@link org.mswada.http.auth.TokenVerifier}. */
@NullMarked
package org.mswada.http.auth;

import org.jspecify.annotations.NullMarked;

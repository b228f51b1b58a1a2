/**
 * What a feature needs to offer routes, free of any server's types. Start with {@link org.mswada.http.routing.Route}.
 */
@NullMarked
package org.mswada.http.routing;

import org.jspecify.annotations.NullMarked;

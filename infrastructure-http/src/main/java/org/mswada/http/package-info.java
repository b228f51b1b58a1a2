/** The HTTP edge: Javalin routes, Jetty serves. Start with {@link org.mswada.http.HttpServer}. */
@NullMarked
package org.mswada.http;

import org.jspecify.annotations.NullMarked;

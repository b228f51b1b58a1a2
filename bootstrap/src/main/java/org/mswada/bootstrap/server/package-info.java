/**
 * The server's parts, and the order in which they start and stop. Start with {@link org.mswada.bootstrap.server.Server}.
 */
@NullMarked
package org.mswada.bootstrap.server;

import org.jspecify.annotations.NullMarked;

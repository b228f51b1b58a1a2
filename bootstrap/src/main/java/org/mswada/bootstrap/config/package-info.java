/** What the server is told from outside. Start with {@link org.mswada.bootstrap.config.ConfigReader}. */
@NullMarked
package org.mswada.bootstrap.config;

import org.jspecify.annotations.NullMarked;

/** The commands of {@code ./mswada}: data goes to standard output, talk to standard error. */
@NullMarked
package org.mswada.bootstrap.cli;

import org.jspecify.annotations.NullMarked;

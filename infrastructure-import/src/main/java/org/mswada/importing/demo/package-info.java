/**
 * A made-up legislature to try the server with. Start with {@link org.mswada.importing.demo.DemoLegislature}.
 */
@NullMarked
package org.mswada.importing.demo;

import org.jspecify.annotations.NullMarked;

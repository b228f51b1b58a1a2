/** Where everything meets. Start with {@link org.mswada.bootstrap.Main}. */
@NullMarked
package org.mswada.bootstrap;

import org.jspecify.annotations.NullMarked;

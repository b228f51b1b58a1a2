/** Use cases of what users follow. Start with {@link org.mswada.application.tracking.Follow}. */
@NullMarked
package org.mswada.application.tracking;

import org.jspecify.annotations.NullMarked;

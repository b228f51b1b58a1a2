/** What can be done with sponsors, one use case a class. */
@NullMarked
package org.mswada.application.sponsor;

import org.jspecify.annotations.NullMarked;

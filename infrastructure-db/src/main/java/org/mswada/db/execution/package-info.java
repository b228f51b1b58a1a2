/** How units of work run: transactions, sessions, and what a failure means. */
@NullMarked
package org.mswada.db.execution;

import org.jspecify.annotations.NullMarked;

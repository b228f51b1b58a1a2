/** Whether nodes are well, found out by asking them. */
@NullMarked
package org.mswada.db.health;

import org.jspecify.annotations.NullMarked;

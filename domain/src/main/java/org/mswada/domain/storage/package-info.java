/**
 * How the core talks to storage without knowing which. Start with {@link org.mswada.domain.storage.UnitOfWork}.
 */
@NullMarked
package org.mswada.domain.storage;

import org.jspecify.annotations.NullMarked;

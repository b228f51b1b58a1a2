/**
 * What the data layer costs, beside the same work done by hand. Start with
 * {@link org.mswada.support.benchmarks.CompareFindBillById}.
 */
@NullMarked
package org.mswada.support.benchmarks;

import org.jspecify.annotations.NullMarked;

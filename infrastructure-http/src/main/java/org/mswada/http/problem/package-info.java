/**
 * What goes wrong, as problem documents of RFC 9457. Start with {@link org.mswada.http.problem.ProblemType}; a handler
 * throws {@link org.mswada.http.problem.ProblemException}.
 */
@NullMarked
package org.mswada.http.problem;

import org.jspecify.annotations.NullMarked;

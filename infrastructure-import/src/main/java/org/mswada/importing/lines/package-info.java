/**
 * Files of lines, plain or gzip. Start with {@link org.mswada.importing.lines.LineSource}; what a line says is read by a
 * {@link org.mswada.importing.lines.LineParser}.
 */
@NullMarked
package org.mswada.importing.lines;

import org.jspecify.annotations.NullMarked;

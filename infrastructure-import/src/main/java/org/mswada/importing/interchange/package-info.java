/**
 * Reads our own interchange format, which {@code docs/interchange.md} describes. Start with
 * {@link org.mswada.importing.interchange.InterchangeFiles}; what the format is made of stands in {@code Format}.
 */
@NullMarked
package org.mswada.importing.interchange;

import org.jspecify.annotations.NullMarked;

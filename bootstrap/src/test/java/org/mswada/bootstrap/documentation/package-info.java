/** Holds the documents to the code. */
@NullMarked
package org.mswada.bootstrap.documentation;

import org.jspecify.annotations.NullMarked;

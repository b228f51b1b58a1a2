@NullMarked
package org.mswada.support.jooqcodegen;

import org.jspecify.annotations.NullMarked;

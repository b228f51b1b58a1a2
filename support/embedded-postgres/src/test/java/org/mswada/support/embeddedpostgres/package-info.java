@NullMarked
package org.mswada.support.embeddedpostgres;

import org.jspecify.annotations.NullMarked;

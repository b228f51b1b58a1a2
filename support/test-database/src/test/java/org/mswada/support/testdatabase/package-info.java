@NullMarked
package org.mswada.support.testdatabase;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.mswada.support.faultinjection;

import org.jspecify.annotations.NullMarked;

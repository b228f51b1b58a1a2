/** What can be done with bills, one use case a class. */
@NullMarked
package org.mswada.application.bill;

import org.jspecify.annotations.NullMarked;

/** What each port of the domain promises, as tests that every adapter runs. */
@NullMarked
package org.mswada.support.portcontracts;

import org.jspecify.annotations.NullMarked;

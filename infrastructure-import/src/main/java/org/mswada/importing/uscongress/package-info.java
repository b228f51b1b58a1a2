/**
 * Reads the bills of the United States Congress from the files of the public {@code unitedstates/congress} project. Start
 * with {@link org.mswada.importing.uscongress.UsCongressBills}.
 */
@NullMarked
package org.mswada.importing.uscongress;

import org.jspecify.annotations.NullMarked;

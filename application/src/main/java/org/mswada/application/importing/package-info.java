/**
 * Loading bills and sponsors from somewhere else. Start with {@link org.mswada.application.importing.ImportRecords}; a source
 * implements {@link org.mswada.application.importing.BillSource}.
 */
@NullMarked
package org.mswada.application.importing;

import org.jspecify.annotations.NullMarked;

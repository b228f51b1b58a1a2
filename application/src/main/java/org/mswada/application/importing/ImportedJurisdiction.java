package org.mswada.application.importing;

import org.mswada.domain.legislature.Jurisdiction;

/**
 * All that a source says of a jurisdiction.
 *
 * @param jurisdiction the jurisdiction, known again by its code
 */
public record ImportedJurisdiction(Jurisdiction jurisdiction) implements ImportedRecord {}

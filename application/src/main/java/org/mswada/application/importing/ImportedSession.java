package org.mswada.application.importing;

import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;

/**
 * All that a source says of a legislative session.
 *
 * @param jurisdiction whose session it is
 * @param session the session, known again by its identifier there
 */
public record ImportedSession(JurisdictionCode jurisdiction, LegislativeSession session) implements ImportedRecord {}

package org.mswada.db.repository;

import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;

/**
 * By what a session is found.
 *
 * @param jurisdiction the jurisdiction
 * @param session the session's name there
 */
record SessionKey(JurisdictionCode jurisdiction, SessionIdentifier session) {}

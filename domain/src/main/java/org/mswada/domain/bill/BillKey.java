package org.mswada.domain.bill;

import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;

/**
 * A bill's natural key: numbers repeat from session to session, so all three parts are needed.
 *
 * @param jurisdiction where it was introduced
 * @param session in which session
 * @param identifier under which number
 */
public record BillKey(JurisdictionCode jurisdiction, SessionIdentifier session, BillIdentifier identifier) {}

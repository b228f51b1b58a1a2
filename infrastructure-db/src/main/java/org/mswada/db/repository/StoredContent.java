package org.mswada.db.repository;

import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;

/**
 * Content with the id under which it is stored.
 *
 * @param id the id, an old one for a bill that was there already
 * @param content what is to be stored
 */
record StoredContent(BillId id, BillContent content) {}

package org.mswada.db.repository;

import org.mswada.domain.bill.BillFilter;

/**
 * What is searched for.
 *
 * @param text the words
 * @param filter which bills
 */
record Searching(String text, BillFilter filter) implements Filtered {}

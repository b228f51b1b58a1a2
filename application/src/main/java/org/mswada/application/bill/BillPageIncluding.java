package org.mswada.application.bill;

import org.mswada.domain.bill.BillPage;

/**
 * A page of bills with what belongs to them, as all of it was at one moment.
 *
 * @param page the page
 * @param included what belongs to its bills
 */
public record BillPageIncluding(BillPage page, Included included) {}

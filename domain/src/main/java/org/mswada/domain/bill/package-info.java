/**
 * Bills, their actions and sponsorships, and the ports that find, write, search and count them. Start with
 * {@link org.mswada.domain.bill.Bill} and {@link org.mswada.domain.bill.BillRepository}.
 */
@NullMarked
package org.mswada.domain.bill;

import org.jspecify.annotations.NullMarked;

package org.mswada.domain.bill;

import java.util.UUID;

/**
 * Identifies a bill.
 *
 * @param value a UUID made by the application
 */
public record BillId(UUID value) {}

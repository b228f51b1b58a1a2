package org.mswada.domain.bill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A status that a bill came into.
 *
 * @param status the status
 * @param since the day it began
 * @param action the sequence of the action that caused it, or null for a bill that was only introduced
 * @param irregular whether it came about by a move that the status machine does not know
 */
public record StatusChange(BillStatus status, LocalDate since, @Nullable Integer action, boolean irregular) {}

package org.mswada.domain.bill;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;

/**
 * What a list shows of a bill.
 *
 * @param id its identifier here
 * @param key its natural key
 * @param classification what kind of measure it is
 * @param originChamber where it was introduced
 * @param title its official title
 * @param shortTitle its short title, where it has one
 * @param progress where it is and why
 */
public record BillOverview(BillId id, BillKey key, BillClassification classification, Chamber originChamber,
        String title, @Nullable String shortTitle, BillProgress progress) {}

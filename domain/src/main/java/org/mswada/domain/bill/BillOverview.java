package org.mswada.domain.bill;

import java.time.Instant;
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
 * @param version counts its changes from 1
 * @param updatedAt when it was changed last
 */
public record BillOverview(BillId id, BillKey key, BillClassification classification, Chamber originChamber,
        String title, @Nullable String shortTitle, BillProgress progress,
        int version, Instant updatedAt) {}

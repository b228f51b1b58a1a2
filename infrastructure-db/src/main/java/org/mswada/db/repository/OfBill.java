package org.mswada.db.repository;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mswada.domain.bill.BillId;

/**
 * Something that belongs to a bill.
 *
 * @param bill the bill
 * @param part what belongs to it
 */
record OfBill<T>(BillId bill, T part) {
    static <T> Map<BillId, List<T>> byBill(List<OfBill<T>> parts) {
        return parts.stream().collect(Collectors.groupingBy(OfBill::bill, LinkedHashMap::new,
                Collectors.mapping(OfBill::part, Collectors.toList())));
    }
}

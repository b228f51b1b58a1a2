package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.Samples;

final class BatchReaderTest {
    @Test
    void a_batch_holds_a_limited_number_of_items_broken_ones_too() {
        List<SourceItem> items = new ArrayList<>();
        for (int line = 1; line <= 2 * BatchReader.MAXIMUM_ITEMS + 1; line++) {
            items.add(new SourceItem.Broken(new Rejection(new SourceLocation("f", line), "broken", "mend it", null)));
        }

        assertThat(sizes(items)).containsExactly(BatchReader.MAXIMUM_ITEMS, BatchReader.MAXIMUM_ITEMS, 1);
    }

    @Test
    void a_batch_holds_a_limited_number_of_bytes_of_the_source_but_at_least_one_bill() {
        int half = BatchReader.MAXIMUM_SOURCE_BYTES / 2;
        int twice = BatchReader.MAXIMUM_SOURCE_BYTES * 2;

        assertThat(sizes(List.of(bill("HR 1", half), bill("HR 2", half), bill("HR 3", half), bill("HR 4", half + 1),
                bill("HR 5", twice), bill("HR 6", twice)))).containsExactly(2, 1, 1, 1, 1);
    }

    @Test
    void a_bill_that_began_a_batch_counts_in_it() {
        int most = BatchReader.MAXIMUM_SOURCE_BYTES;

        assertThat(sizes(List.of(bill("HR 1", 2), bill("HR 2", most - 1), bill("HR 3", 2), bill("HR 4", 1))))
                .containsExactly(1, 1, 2);
    }

    @Test
    void a_bill_is_read_from_at_least_one_byte() {
        assertThatThrownBy(() -> bill("HR 1", 0)).hasMessage("f:1: a record was read from 0 bytes");
    }

    @Test
    void a_bill_comes_once_in_a_batch_in_whatever_spelling() {
        assertThat(sizes(List.of(bill("HR 1", 1), bill("HR 2", 1), bill("h.r.01", 1))))
                .containsExactly(2, 1);
    }

    @Test
    void an_empty_source_is_one_empty_batch() {
        assertThat(sizes(List.of())).isEmpty();
    }

    private static SourceItem bill(String number, int sourceBytes) {
        return new SourceItem.Read(new SourceLocation("f", 1), Samples.bill(number, "Title"), sourceBytes, null);
    }

    private static List<Integer> sizes(List<SourceItem> items) {
        BatchReader reader = new BatchReader(new Items(items.iterator()));
        List<Integer> sizes = new ArrayList<>();
        int taken = 0;
        for (List<SourceItem> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
            sizes.add(batch.size());
            taken += batch.size();
        }
        assertThat(taken).isEqualTo(items.size());
        return sizes;
    }

    /** A source of these items. */
    private record Items(Iterator<SourceItem> items) implements BillSource {
        @Override
        public Optional<SourceItem> next() {
            return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

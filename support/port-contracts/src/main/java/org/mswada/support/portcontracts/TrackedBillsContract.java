package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.INTRODUCED_ON;
import static org.mswada.support.portcontracts.BillFixtures.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCount;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.user.UserId;

/** What every adapter does with lists of the bills that somebody follows. */
public interface TrackedBillsContract extends BillContract {
    /** Stores a user. */
    UserId storeUser(String name);

    /** Lets a user follow a bill, heard of or paused. */
    void follow(UserId user, BillId bill, boolean paused);

    /** Lets a user follow something else than a bill. */
    void followSubject(UserId user, String subject);

    @Test
    default void a_list_holds_what_one_user_follows_paused_or_not_and_nobody_elses() {
        BillContent heard = bill(session(), "HR 1");
        BillContent paused = bill(session(), "HR 2");
        BillContent others = bill(session(), "HR 3");
        store(heard, paused, others);
        UserId ada = storeUser("ada");
        UserId ben = storeUser("ben");
        follow(ada, heard.newId(), false);
        follow(ada, paused.newId(), true);
        follow(ben, heard.newId(), false);
        follow(ben, others.newId(), false);

        assertThat(list(trackedBy(ada))).containsExactlyInAnyOrder(heard.newId(), paused.newId());
        assertThat(list(trackedBy(ben))).containsExactlyInAnyOrder(heard.newId(), others.newId());
        assertThat(list(trackedBy(storeUser("eve")))).isEmpty();
        assertThat(list(trackedBy(new UserId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    default void what_is_followed_otherwise_and_what_is_deleted_is_not_in_the_list() {
        BillContent kept = bill(session(), "HR 1");
        BillContent deleted = bill(session(), "HR 2");
        store(kept, deleted, bill(session(), "HR 3"));
        UserId ada = storeUser("ada");
        followSubject(ada, kept.subjects().getFirst());
        assertThat(list(trackedBy(ada))).isEmpty();

        follow(ada, kept.newId(), false);
        follow(ada, deleted.newId(), false);
        write(session -> billWrites().deleteBatch(session, List.of(new BillVersion(deleted.newId(), 1))));

        assertThat(list(trackedBy(ada))).containsExactly(kept.newId());
    }

    @Test
    default void it_is_combined_with_other_parts_and_counted() {
        BillContent reported = bill(session(), "HR 1", INTRODUCED_ON, "t", List.of(),
                List.of(BillFixtures.action(0, BillStatus.REPORTED)));
        BillContent other = bill(session(), "HR 2");
        BillContent notFollowed = bill(session(), "HR 3", INTRODUCED_ON, "t", List.of(),
                List.of(BillFixtures.action(0, BillStatus.REPORTED)));
        store(reported, other, notFollowed);
        UserId ada = storeUser("ada");
        follow(ada, reported.newId(), false);
        follow(ada, other.newId(), false);
        BillFilter both = BillFilter.builder().trackedBy(ada).statuses(Set.of(BillStatus.REPORTED)).build();

        assertThat(list(both)).containsExactly(reported.newId());
        assertThat(count(both, BillCount.Way.EXACT)).isEqualTo(1);
        assertThat(count(trackedBy(ada), BillCount.Way.EXACT)).isEqualTo(2);
        assertThat(count(trackedBy(ada), BillCount.Way.BOUNDED)).isEqualTo(2);
    }

    @Test
    default void it_is_walked_by_pages_in_each_order_and_a_cursor_holds_for_one_user_only() {
        List<BillContent> stored = IntStream.range(0, 9).mapToObj(number -> bill(session(), "HR " + number,
                INTRODUCED_ON.plusDays(number / 2), "t")).toList();
        store(stored.toArray(BillContent[]::new));
        UserId ada = storeUser("ada");
        UserId ben = storeUser("ben");
        stored.subList(2, 9).forEach(bill -> follow(ada, bill.newId(), false));
        stored.forEach(bill -> follow(ben, bill.newId(), false));

        for (BillSort sort : BillSort.values()) {
            assertThat(walk(trackedBy(ada), sort)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                    stored.subList(2, 9).stream().map(BillContent::newId).toList());
        }
        BillCursor adas = page(trackedBy(ada), BillSort.INTRODUCED, null, 3).next();
        assertThatThrownBy(() -> page(trackedBy(ben), BillSort.INTRODUCED, adas, 3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("another filter");
        assertThatThrownBy(() -> page(BillFilter.ALL, BillSort.INTRODUCED, adas, 3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("another filter");
    }

    private List<BillId> walk(BillFilter filter, BillSort sort) {
        List<BillId> walked = new ArrayList<>();
        BillCursor after = null;
        do {
            BillPage page = page(filter, sort, after, 3);
            page.items().stream().map(BillOverview::id).forEach(walked::add);
            after = page.next();
        } while (after != null);
        return walked;
    }

    private long count(BillFilter filter, BillCount.Way way) {
        return read(session -> bills().count(session, filter, way)).value();
    }

    private static BillFilter trackedBy(UserId user) {
        return BillFilter.builder().trackedBy(user).build();
    }
}

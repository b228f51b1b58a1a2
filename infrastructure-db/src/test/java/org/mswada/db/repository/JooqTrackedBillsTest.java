package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.support.portcontracts.BillFixtures.INTRODUCED_ON;
import static org.mswada.support.portcontracts.BillFixtures.bill;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.SearchPage;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.FollowResult;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.UserId;
import org.mswada.support.portcontracts.BillFixtures;
import org.mswada.support.portcontracts.TrackedBillsContract;
import org.mswada.support.portcontracts.UserFixtures;

final class JooqTrackedBillsTest implements TrackedBillsContract {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqTrackingRepository tracking = new JooqTrackingRepository();

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public BillRepository bills() {
        return new JooqBillRepository();
    }

    @Override
    public BillWriteRepository billWrites() {
        return new JooqBillWriteRepository();
    }

    @Override
    public LegislatureRepository legislatures() {
        return new JooqLegislatureRepository();
    }

    @Override
    public UserId storeUser(String name) {
        NewUser user = UserFixtures.user(name);
        write(session -> new JooqUserRepository().create(session, user));
        return user.id();
    }

    @Override
    public void follow(UserId user, BillId bill, boolean paused) {
        TrackingTarget target = new TrackingTarget.OfBill(bill);
        follow(user, target);
        boolean isFollowed = write(session -> tracking.pause(session, user, target, paused));
        assertThat(isFollowed).isTrue();
    }

    @Override
    public void followSubject(UserId user, String subject) {
        follow(user, new TrackingTarget.OfSubject(BillFixtures.JURISDICTION.code(), subject));
    }

    private void follow(UserId user, TrackingTarget target) {
        FollowResult result = write(session -> tracking.follow(session, new TrackingId(UUID.randomUUID()), user,
                target, TrackingPreferences.DEFAULT));
        assertThat(result).isInstanceOf(FollowResult.Followed.class);
    }

    @Test
    void a_search_is_restricted_too_by_words_and_by_number() {
        BillContent followed = bill(session(), "HR 1", INTRODUCED_ON, "Water one");
        BillContent other = bill(session(), "HR 2", INTRODUCED_ON, "Water two");
        store(followed, other);
        UserId ada = storeUser("ada");
        follow(ada, followed.newId(), true);

        assertThat(found("water", BillFilter.ALL)).containsExactlyInAnyOrder(followed.newId(), other.newId());
        BillFilter own = BillFilter.builder().trackedBy(ada).build();
        assertThat(found("water", own)).containsExactly(followed.newId());
        assertThat(found("HR 1", own)).containsExactly(followed.newId());
        assertThat(found("HR 2", own)).isEmpty();
    }

    private List<BillId> found(String text, BillFilter filter) {
        SearchPage page = read(session -> new JooqBillSearchRepository().search(session, text, filter, null, 10));
        return page.hits().stream().map(hit -> hit.bill().id()).toList();
    }
}

package org.mswada.application.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.InMemoryStorage;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.tracking.FollowResult;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPage;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserId;

final class StreamFollowersTest {
    private static final Actor NOTIFIER = new Actor(new UserId(new UUID(2, 0)), Role.ADMIN);
    private static final TrackingTarget TARGET = new TrackingTarget.OfSearch("water");

    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    void all_are_handed_over_once_in_parts_and_outside_of_units() {
        for (int followers : List.of(0, 1, 999, 1000, 1001, 25_000)) {
            Many tracking = new Many(followers);
            List<UserId> received = new ArrayList<>();

            Guarded<Long> told = new StreamFollowers(storage, tracking).run(NOTIFIER, TARGET,
                    TrackingTrigger.NEW_ACTION, each -> {
                        received.add(each.user());
                        // Would be refused within a unit, for units do not nest.
                        storage.read(Operation.read("test.read"), session -> true);
                    });

            assertThat(told).isEqualTo(new Guarded.Done<>((long) followers));
            assertThat(received).hasSize(followers).doesNotHaveDuplicates();
            assertThat(tracking.largestPart).isLessThanOrEqualTo(TrackingPage.MAXIMUM_LIMIT);
        }
    }

    /** So many followers of everything, made when they are asked for. */
    private static final class Many implements TrackingRepository {
        private final int followers;
        private int largestPart;

        Many(int followers) {
            this.followers = followers;
        }

        @Override
        public List<Tracking> followers(ReadSession session, TrackingTarget target, TrackingTrigger trigger,
                @Nullable UserId after, int limit) {
            int from = after == null ? 0 : (int) after.value().getLeastSignificantBits() + 1;
            List<Tracking> part = IntStream.range(from, Math.min(from + limit, followers))
                    .mapToObj(number -> new Tracking(new TrackingId(new UUID(1, number)),
                            new UserId(new UUID(0, number)), target, TrackingPreferences.DEFAULT, false, Instant.EPOCH))
                    .toList();
            largestPart = Math.max(largestPart, part.size());
            return part;
        }

        @Override
        public FollowResult follow(WriteSession session, TrackingId newId, UserId user, TrackingTarget target,
                TrackingPreferences preferences) {
            return new FollowResult.NothingToFollow();
        }

        @Override
        public boolean unfollow(WriteSession session, UserId user, TrackingTarget target) {
            return false;
        }

        @Override
        public boolean pause(WriteSession session, UserId user, TrackingTarget target, boolean paused) {
            return false;
        }

        @Override
        public TrackingPage list(ReadSession session, UserId user, @Nullable TrackingId after, int limit) {
            return new TrackingPage(List.of(), null);
        }
    }
}

package org.mswada.domain.user;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Stores users and what they tell of themselves. */
public interface UserRepository {
    /** The most users that one call takes or returns. */
    int MAXIMUM_BATCH = 500;

    /** Finds a user. */
    Optional<User> findById(ReadSession session, UserId id);

    /** Finds the user who signs in as this subject. */
    Optional<User> findBySubject(ReadSession session, OidcSubject subject);

    /** Finds the user who has this e-mail address, in whatever case. */
    Optional<User> findByEmail(ReadSession session, EmailAddress email);

    /**
     * Lists users by id.
     *
     * @param after the user after whom the page begins, or null for the first page
     * @param limit the most users to return, from 1 to {@link UserPage#MAXIMUM_LIMIT}
     */
    UserPage list(ReadSession session, UserFilter filter, @Nullable UserId after, int limit);

    /**
     * Finds users by parts of their display name or e-mail address, with some letters wrong; the best first.
     *
     * @param limit the most users to return, from 1 to {@link UserPage#MAXIMUM_LIMIT}
     */
    List<User> search(ReadSession session, String text, int limit);

    /** Counts users, up to {@code limit}. */
    UserCount count(ReadSession session, UserFilter filter, int limit);

    /** Returns the profiles of these users; one who told nothing is not in the map. At most {@value #MAXIMUM_BATCH}. */
    Map<UserId, UserProfile> profiles(ReadSession session, Collection<UserId> users);

    /** Stores a user: written, or subject or e-mail address is taken. */
    UserWriteResult create(WriteSession session, NewUser user);

    /** Changes a user: written, or missing, erased, stale, or the e-mail address is taken. */
    UserWriteResult update(WriteSession session, UserChange change);

    /** Suspends a user or lets them act again: written, or missing, erased or stale. Never to or from erased. */
    UserWriteResult changeStatus(WriteSession session, UserId id, UserStatus status, int expectedVersion);

    /** Replaces what a user tells of themselves, a change that the user's version counts: written, or missing, erased or stale. */
    UserWriteResult saveProfile(WriteSession session, UserId id, UserProfile profile, int expectedVersion);

    /**
     * Removes all personal data of a user, and what they follow. The id stays, with status {@link UserStatus#ERASED}, so
     * that what refers to it stays whole; whoever signs in as the same subject later is a new user. Written, or missing;
     * doing it again changes nothing.
     */
    UserWriteResult erase(WriteSession session, UserId id);

    /** Stores users, each as {@link #create} does; a refused one does not touch the others. */
    List<UserWriteResult> createBatch(WriteSession session, List<NewUser> users);

    /** Changes users, each as {@link #update} does, none twice; a refused one does not touch the others. */
    List<UserWriteResult> updateBatch(WriteSession session, List<UserChange> changes);

    /** Deletes users with all that belongs to them. */
    List<UserDeleteResult> deleteBatch(WriteSession session, List<UserId> users);

    /** Refuses more than {@value #MAXIMUM_BATCH}. */
    static void checkBatch(Collection<?> batch) {
        if (batch.size() > MAXIMUM_BATCH) {
            throw new IllegalArgumentException(
                    batch.size() + " users are more than one call takes: give at most " + MAXIMUM_BATCH + " at a time");
        }
    }
}

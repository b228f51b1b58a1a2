package org.mswada.domain.bill;

/**
 * By how much the counters of a bill move; one may go down again, as when a bookmark is taken away.
 *
 * @param views how often it was looked at
 * @param comments how often it was commented on
 * @param shares how often it was passed on
 * @param bookmarks how often it was bookmarked
 * @param votesFor how many said they are for it
 * @param votesAgainst how many said they are against it
 * @param votesNeutral how many said they are neither
 */
public record EngagementDelta(long views, long comments, long shares, long bookmarks, long votesFor, long votesAgainst,
        long votesNeutral) {
    /** Nothing moves. */
    public static final EngagementDelta NONE = new EngagementDelta(0, 0, 0, 0, 0, 0, 0);

    /** One more look. */
    public static final EngagementDelta ONE_VIEW = new EngagementDelta(1, 0, 0, 0, 0, 0, 0);

    /** Returns both moves as one. */
    public EngagementDelta plus(EngagementDelta other) {
        return new EngagementDelta(views + other.views, comments + other.comments, shares + other.shares,
                bookmarks + other.bookmarks, votesFor + other.votesFor, votesAgainst + other.votesAgainst,
                votesNeutral + other.votesNeutral);
    }
}

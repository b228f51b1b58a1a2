package org.mswada.domain.bill;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.user.UserId;

/**
 * Which bills a list holds: those that pass every part. A part that is null or empty does not restrict. Begin with
 * {@link #builder}.
 *
 * @param jurisdiction only bills of this jurisdiction
 * @param session only bills of sessions of this name
 * @param statuses only bills in one of these statuses
 * @param chamber only bills introduced in this chamber
 * @param classifications only measures of these kinds
 * @param anySubject only bills with one of these subjects
 * @param allSubjects only bills with all of these subjects
 * @param area only bills that concern this area
 * @param sponsoredBy only bills of this sponsor
 * @param introduced only bills introduced on these days
 * @param latestAction only bills whose latest action, or introduction before there is one, was on these days
 * @param updated only bills that were changed here in this time
 * @param passed only bills that once had this status
 * @param notPassed only bills that never had this status
 * @param trackedBy only bills that this user follows, each for itself: not all of a sponsor, a subject or a search that they
 *     follow. Paused ones are among them: a pause ends the news, not the following
 */
public record BillFilter(@Nullable JurisdictionCode jurisdiction, @Nullable SessionIdentifier session,
        Set<BillStatus> statuses, @Nullable Chamber chamber, Set<BillClassification> classifications,
        Set<String> anySubject, Set<String> allSubjects, @Nullable String area, @Nullable SponsoredBy sponsoredBy,
        @Nullable DateRange introduced, @Nullable DateRange latestAction, @Nullable MomentRange updated,
        @Nullable BillStatus passed, @Nullable BillStatus notPassed, @Nullable UserId trackedBy) {
    /** A filter that restricts nothing. */
    public static final BillFilter ALL = new BillFilterBuilder().build();

    private static final Set<BillStatus> NO_MILESTONES = EnumSet.of(BillStatus.DRAFT, BillStatus.INTRODUCED);

    /** Refuses milestones that every bill passes; copies the sets. */
    public BillFilter {
        statuses = Set.copyOf(statuses);
        classifications = Set.copyOf(classifications);
        anySubject = Set.copyOf(anySubject);
        allSubjects = Set.copyOf(allSubjects);
        checkMilestone(passed);
        checkMilestone(notPassed);
    }

    /** Begins a filter that restricts nothing yet. */
    public static BillFilterBuilder builder() {
        return new BillFilterBuilder();
    }

    /** Returns a number that is the same for equal filters, in every process; different ones rarely share it. */
    public int fingerprint() {
        CRC32C checksum = new CRC32C();
        checksum.update(canonical().getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }

    /** The text of a set depends on its order and that of an enum is its name: each is put in order here. */
    private String canonical() {
        String parts = String.join("\u0000", String.valueOf(jurisdiction), String.valueOf(session), ordered(statuses),
                String.valueOf(chamber), ordered(classifications), ordered(anySubject), ordered(allSubjects),
                String.valueOf(area), String.valueOf(sponsoredBy), String.valueOf(introduced),
                String.valueOf(latestAction), String.valueOf(updated), String.valueOf(passed),
                String.valueOf(notPassed));
        // Younger than cursors that clients hold: without it, their fingerprints stay what they are.
        return trackedBy == null ? parts : parts + '\u0000' + trackedBy;
    }

    private static String ordered(Set<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(value -> value.length() + ":" + value).collect(Collectors.joining());
    }

    private static void checkMilestone(@Nullable BillStatus status) {
        if (status != null && NO_MILESTONES.contains(status)) {
            throw new IllegalArgumentException(status + " is no milestone: every bill passes it; ask for one after it");
        }
    }
}

package org.mswada.importing.uscongress;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A bill as the file says it, the fields of which may be missing: the names are those of the file in camel case. */
record BillRecord(@Nullable String billId, @Nullable String billType, @Nullable String number,
        @Nullable String congress,
        @Nullable String introducedAt, @Nullable String status, @Nullable String officialTitle,
        @Nullable String shortTitle, @Nullable Summary summary, @Nullable String subjectsTopTerm,
        @Nullable List<@Nullable String> subjects, @Nullable Member sponsor,
        @Nullable List<@Nullable Member> cosponsors, @Nullable List<@Nullable Action> actions,
        @Nullable List<@Nullable Related> relatedBills, @Nullable Law enactedAs) {

    /** What the Congressional Research Service says the bill would do. */
    record Summary(@Nullable String text) {}

    /** A member of Congress in the role of sponsor or cosponsor; only cosponsors have days. */
    record Member(@Nullable String title, @Nullable String name, @Nullable String state, @Nullable String district,
            @Nullable String thomasId, @Nullable String sponsoredAt, @Nullable String withdrawnAt) {}

    /** A step of the bill; only votes have a vote type and a result. */
    record Action(@Nullable String actedAt, @Nullable String text, @Nullable String type, @Nullable String status,
            @Nullable String voteType, @Nullable String result) {}

    /** Another bill, by its type, number and Congress such as {@code hr1531-113}, and what it has to do with this one. */
    record Related(@Nullable String billId, @Nullable String reason, @Nullable String type) {}

    /** The law that the bill became. */
    record Law(@Nullable String congress, @Nullable String lawType, @Nullable String number) {}
}

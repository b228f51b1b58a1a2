package org.mswada.importing.uscongress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.ExternalIdentifier;

/**
 * A member of Congress as a file tells.
 *
 * @param first the first name
 * @param middle the middle name, where there is one
 * @param last the last name
 * @param suffix what follows the name, such as {@code Jr.}
 * @param nickname how they are called
 * @param official the whole name as they write it
 * @param identifiers their names in registers
 * @param terms the terms that have dates, in the order of time
 * @param latest the latest term
 * @param active whether they sit in Congress now
 */
record Legislator(String first, @Nullable String middle, String last, @Nullable String suffix,
        @Nullable String nickname, @Nullable String official, List<ExternalIdentifier> identifiers, List<Term> terms,
        Term latest, boolean active) {

    /**
     * A term, or a part of one with one party.
     *
     * @param type {@code sen} or {@code rep}
     * @param state the state
     * @param district the district, of a representative; 0 or -1 stand for all of the state
     * @param party the party
     * @param phone of the office
     * @param url of the office
     * @param start the first day, or null where the file does not tell
     * @param end the last day, or null where the file does not tell
     */
    record Term(String type, String state, @Nullable String district, @Nullable String party, @Nullable String phone,
            @Nullable String url, @Nullable LocalDate start, @Nullable LocalDate end) {
        static final String SENATOR = "sen";
        private static final String REPRESENTATIVE = "rep";

        /** Refuses an unknown type. */
        Term {
            if (!type.equals(SENATOR) && !type.equals(REPRESENTATIVE)) {
                throw new BrokenRecordException("type", "is '" + type + "', which is none of sen, rep");
            }
        }
    }
}

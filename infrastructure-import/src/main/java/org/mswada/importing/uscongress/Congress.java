package org.mswada.importing.uscongress;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.regex.Pattern;

import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;

/** The United States and their Congresses, each a session of two years. */
final class Congress {
    static final Jurisdiction UNITED_STATES = new Jurisdiction(
            new JurisdictionId("ocd-jurisdiction/country:us/government"), new JurisdictionCode("us"), "United States",
            Jurisdiction.Classification.COUNTRY, ZoneId.of("America/New_York"));

    /** The first to begin on January 3 (20th Amendment, section 1, of 1933); those before began on March 4. */
    private static final int FIRST_OF_JANUARY = 74;
    private static final int FIRST_YEAR = 1789;
    private static final int YEARS = 2;
    private static final int FIRST_DAY = 3;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private Congress() {}

    static LegislativeSession session(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new BrokenRecordException("congress", "is '" + text + "', which is not a number like 113");
        }
        int number = Integer.parseInt(text);
        if (number < FIRST_OF_JANUARY) {
            throw new BrokenRecordException("congress", "is " + text + ", but only Congresses from the "
                    + FIRST_OF_JANUARY + "th (1935) on are known: those before began on March 4");
        }
        LocalDate start = LocalDate.of(FIRST_YEAR + YEARS * (number - 1), Month.JANUARY, FIRST_DAY);
        return new LegislativeSession(new SessionIdentifier(text), ordinal(number) + " Congress",
                LegislativeSession.Classification.PRIMARY, start, start.plusYears(YEARS));
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        return number + switch (teen ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}

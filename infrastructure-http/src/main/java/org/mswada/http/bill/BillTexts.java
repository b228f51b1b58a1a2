package org.mswada.http.bill;

import java.util.List;
import java.util.regex.Pattern;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.http.routing.EnumNames;
import org.mswada.http.routing.JsonMembers;

/** The texts of which a bill in a request is made, and how long they may be. */
final class BillTexts {
    static final EnumNames<BillClassification> CLASSIFICATIONS = new EnumNames<>(BillClassification.class);
    static final EnumNames<Chamber> CHAMBERS = new EnumNames<>(Chamber.class);
    static final EnumNames<BillStatus> STATUSES = new EnumNames<>(BillStatus.class);
    static final EnumNames<SponsorshipRole> ROLES = new EnumNames<>(SponsorshipRole.class);
    static final EnumNames<SponsorEntityType> ENTITY_TYPES = new EnumNames<>(SponsorEntityType.class);

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TITLE = 10_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST = 200;
    private static final Pattern URL = Pattern.compile("https?://\\S{1,1990}");

    private BillTexts() {}

    static String line(String text) {
        return within(text, LONGEST_LINE);
    }

    static String title(String text) {
        return within(text, LONGEST_TITLE);
    }

    static String longText(String text) {
        return within(text, LONGEST_TEXT);
    }

    static String url(String text) {
        if (!URL.matcher(text).matches()) {
            throw new IllegalArgumentException("it is no http:// or https:// URL of at most 2000 characters");
        }
        return text;
    }

    /** Reads lines, each once. */
    static List<String> lines(JsonMembers members, String name) {
        List<String> lines = members.texts(name, BillTexts::line);
        if (lines.stream().distinct().count() != lines.size()) {
            members.refuse(name, "one is given twice");
        }
        if (lines.size() > MOST) {
            members.refuse(name, "has " + lines.size() + " of them; at most " + MOST + " are allowed");
        }
        return lines;
    }

    private static String within(String text, int longest) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is blank");
        }
        if (text.length() > longest) {
            throw new IllegalArgumentException("has " + text.length() + " characters; at most " + longest
                    + " are allowed");
        }
        return text;
    }
}

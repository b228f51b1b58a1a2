package org.mswada.db.repository;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.mswada.domain.bill.SearchHit.Extract;

/** Extracts of text in which PostgreSQL marks what was found, by characters that stand in no text. */
final class Headlines {
    static final Field<String> HEADLINE = field(name("headline"), SQLDataType.CLOB);

    private static final char START = '\uE000';
    private static final char STOP = '\uE001';
    static final String OPTIONS = "StartSel=" + START + ", StopSel=" + STOP
            + ", MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=\" \u2026 \"";

    private Headlines() {}

    /** Cuts a headline where the marks are. */
    static List<Extract> extracts(String headline) {
        List<Extract> extracts = new ArrayList<>();
        int place = 0;
        while (place < headline.length()) {
            boolean found = headline.charAt(place) == START;
            int begin = found ? place + 1 : place;
            int end = headline.indexOf(found ? STOP : START, begin);
            end = end < 0 ? headline.length() : end;
            if (end > begin) {
                extracts.add(new Extract(headline.substring(begin, end), found));
            }
            place = found ? end + 1 : end;
        }
        return extracts;
    }
}

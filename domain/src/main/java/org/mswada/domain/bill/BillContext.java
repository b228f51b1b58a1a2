package org.mswada.domain.bill;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.ExternalIdentifier;

/**
 * What is known around a bill.
 *
 * @param identifiers how other registers call it
 * @param areas the places it concerns, such as counties, as its source names them
 * @param sourceUrl where it can be read at its source
 * @param extras what the source says beyond all fields: a JSON object
 */
public record BillContext(List<ExternalIdentifier> identifiers, List<String> areas, @Nullable String sourceUrl,
        String extras) {
    /** Nothing is known. */
    public static final BillContext NONE = new BillContext(List.of(), List.of(), null, "{}");

    private static final Pattern URL = Pattern.compile("https?://\\S+");

    /** Refuses blank and repeated areas, repeated identifiers and what is no URL; copies the lists. */
    public BillContext {
        identifiers = List.copyOf(identifiers);
        areas = List.copyOf(areas);
        if (identifiers.stream().distinct().count() != identifiers.size()) {
            throw new IllegalArgumentException("an identifier of the bill is given twice: " + identifiers);
        }
        if (areas.stream().anyMatch(String::isBlank) || areas.stream().distinct().count() != areas.size()) {
            throw new IllegalArgumentException("an area of the bill is blank or given twice: " + areas);
        }
        if (sourceUrl != null && !URL.matcher(sourceUrl).matches()) {
            throw new IllegalArgumentException("'" + sourceUrl + "' is not a URL like https://example.org/bills/1");
        }
        if (!extras.startsWith("{")) {
            throw new IllegalArgumentException("the extras of a bill are a JSON object, not '" + extras + "'");
        }
    }
}

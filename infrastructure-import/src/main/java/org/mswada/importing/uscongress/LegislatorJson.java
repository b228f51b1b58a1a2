package org.mswada.importing.uscongress;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Members from one JSON list, with all their terms. Holds one member at a time. */
final class LegislatorJson implements LegislatorFile.Reader {
    /** The largest file of its kind has 30 MB; this is for all members there ever were, and more. */
    private static final long MAXIMUM_CHARACTERS = 256L << 20;
    private static final int MAXIMUM_TEXT = 1 << 16;
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(MAXIMUM_CHARACTERS)
                    .maxStringLength(MAXIMUM_TEXT).build())
            .build());

    private final JsonParser parser;
    private final boolean active;
    private boolean begun;
    private long line = 1;
    private int place = -1;
    private JsonNode member = MissingNode.getInstance();

    LegislatorJson(InputStream in, boolean active) {
        this.parser = JSON.createParser(in);
        this.active = active;
    }

    @Override
    public Optional<Legislator> next() {
        try {
            if (!begun) {
                begun = true;
                parser.nextToken();
            }
            JsonToken token = parser.nextToken();
            line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            place++;
            member = parser.readValueAsTree();
        } catch (JacksonException e) {
            throw new LegislatorFile.NotLegislators("it is not valid JSON at line "
                    + (e.getLocation() == null ? line : e.getLocation().getLineNr()) + " (" + e.getOriginalMessage()
                    + ")");
        }
        try {
            return Optional.of(legislator());
        } catch (BrokenRecordException e) {
            // The whole list may be one line, so that its number alone would not tell which member is meant.
            throw e.within("[" + place + "]");
        }
    }

    private Legislator legislator() {
        JsonNode name = member.path("name");
        JsonNode id = member.path("id");
        SourceText.required(text(id, "bioguide"), "id.bioguide");
        List<Legislator.Term> terms = new ArrayList<>();
        for (JsonNode term : member.path("terms")) {
            terms(term, "terms[" + terms.size() + "]", terms);
        }
        if (terms.isEmpty()) {
            throw new BrokenRecordException("terms", "is missing or empty");
        }
        return new Legislator(SourceText.required(text(name, "first"), "name.first"), text(name, "middle"),
                SourceText.required(text(name, "last"), "name.last"), text(name, "suffix"), text(name, "nickname"),
                text(name, "official_full"),
                LegislatorRegister.identifiers(register -> text(id, register.scheme())), terms, terms.getLast(),
                active);
    }

    /** A member who changed the party within a term has a part of it for each. */
    private static void terms(JsonNode term, String field, List<Legislator.Term> terms) {
        try {
            JsonNode parties = term.path("party_affiliations");
            if (parties.isEmpty()) {
                terms.add(term(term, term));
            }
            for (JsonNode party : parties) {
                terms.add(term(term, party));
            }
        } catch (BrokenRecordException e) {
            throw e.within(field);
        }
    }

    private static Legislator.Term term(JsonNode term, JsonNode party) {
        LocalDate start = SourceText.date(text(party, "start"), "start");
        LocalDate end = SourceText.date(text(party, "end"), "end");
        return new Legislator.Term(SourceText.required(text(term, "type"), "type"),
                SourceText.required(text(term, "state"), "state"), text(term, "district"), text(party, "party"),
                text(term, "phone"), text(term, "url"), start, end);
    }

    /** Numbers are texts here: registers name people by numbers, too. */
    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() || value.isIntegralNumber() ? SourceText.optional(value.asString(), field) : null;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String text() {
        return member.toString();
    }

    @Override
    public void close() {
        parser.close();
    }
}

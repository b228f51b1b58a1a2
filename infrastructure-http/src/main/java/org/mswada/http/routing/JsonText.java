package org.mswada.http.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON strictly (RFC 8259): UTF-8, each member once, nothing behind the value, neither deep nor with huge parts. */
final class JsonText {
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER).maxNameLength(LONGEST_NAME).build())
            .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** Returns what the text says, or refuses the request and names the place. */
    static JsonNode read(byte[] text) {
        try {
            JsonNode read = MAPPER
                    .readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
            if (read.isMissingNode()) {
                throw refusal("", "the body is empty; send a JSON object");
            }
            return read;
        } catch (CharacterCodingException notUtf8) {
            throw refusal("", "the body is not UTF-8");
        } catch (StreamReadException garbled) {
            throw refusal(placeOf(garbled), "line " + garbled.getLocation().getLineNr() + ", column "
                    + garbled.getLocation().getColumnNr() + ": " + garbled.getOriginalMessage());
        } catch (JacksonException garbled) {
            throw refusal("", garbled.getOriginalMessage());
        }
    }

    private static String placeOf(StreamReadException garbled) {
        JsonParser parser = garbled.processor();
        return parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
    }

    private static ProblemException refusal(String pointer, String message) {
        return ProblemException.invalidBody(List.of(FieldError.ofMember(pointer, message)));
    }
}

package org.mswada.importing.interchange;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.ImportedRecord;
import org.mswada.importing.lines.LineContent;
import org.mswada.importing.lines.LineParser;
import org.mswada.importing.lines.ShortText;

/** Reads the lines of one file: first the header, then anything. */
final class InterchangeParser implements LineParser {
    private static final List<String> TYPES = Arrays.stream(Format.values()).map(Shape.Choice::word).toList();
    private static final String HEADER = "{\"type\":\"" + Format.HEADER + "\",\"version\":" + Format.VERSION + "}";

    private final JsonLine json = new JsonLine();
    private final References references;
    private final RecordMapper mapper;
    private boolean begun;

    InterchangeParser(References references) {
        this.references = references;
        this.mapper = new RecordMapper(references);
    }

    @Override
    public LineContent parse(byte[] bytes, int length) {
        Problems problems = new Problems();
        Json line = json.read(bytes, length, problems);
        if (line instanceof Json.Members members && isHeader(members.byName())) {
            begun = true;
            return header(members.byName());
        }
        if (!begun) {
            return new LineContent.WrongFile("the file does not begin with the header line " + HEADER
                    + ", so nothing of it was read",
                    "put the header before its first line, if it has this format, "
                            + "and import the file again");
        }
        ImportedRecord record = line == null ? null : record(line, problems);
        return record == null ? new LineContent.Wrong(problems.toString()) : new LineContent.Says(record);
    }

    private static boolean isHeader(Map<String, Json> members) {
        return new Json.Text(Format.HEADER).equals(members.get(Format.TYPE));
    }

    /** Files may be strung together, so a header may stand in the middle too. */
    private static LineContent header(Map<String, Json> members) {
        Json version = members.get("version");
        if (members.size() == 2 && new Json.Numeral(Integer.toString(Format.VERSION)).equals(version)) {
            return new LineContent.SaysNothing();
        }
        String said = version instanceof Json.Numeral number ? "version " + ShortText.of(number.written()) : "this";
        return new LineContent.WrongFile("the header is not " + HEADER + ": " + said
                + " is not what this release reads, so the rest of the file was not read",
                "write the file anew in version " + Format.VERSION + ", or import it with a newer release");
    }

    private @Nullable ImportedRecord record(Json line, Problems problems) {
        Format type = type(line, problems);
        if (type == null) {
            return null;
        }
        new Checker(problems).check(type.shape(), line, Pointer.WHOLE);
        if (!problems.isEmpty()) {
            return null;
        }
        try {
            ImportedRecord record = mapper.map(type, Fields.of(line), problems);
            if (record != null && !references.remember(record)) {
                problems.add(Pointer.WHOLE, "is one sponsor too many: one import remembers " + References.MAXIMUM
                        + " identifiers for the lines that follow; import the rest by another");
                return null;
            }
            return record;
        } catch (IllegalArgumentException e) {
            problems.add(Pointer.WHOLE, "cannot be stored: " + ShortText.of(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static @Nullable Format type(Json line, Problems problems) {
        if (!(line instanceof Json.Members members)) {
            problems.add(Pointer.WHOLE, "is " + line.kind() + ": an object is expected");
            return null;
        }
        Pointer pointer = Pointer.WHOLE.member(Format.TYPE);
        Json type = members.byName().get(Format.TYPE);
        if (!(type instanceof Json.Text text)) {
            problems.add(pointer, type == null ? "is missing" : "is " + type.kind() + ": text is expected");
            return null;
        }
        Optional<Format> found = Arrays.stream(Format.values())
                .filter(format -> Shape.Choice.word(format).equals(text.value())).findFirst();
        if (found.isEmpty()) {
            problems.add(pointer, "is '" + ShortText.of(text.value()) + "', which is none of "
                    + String.join(", ", TYPES) + Nearest.guess(text.value(), TYPES));
        }
        return found.orElse(null);
    }
}

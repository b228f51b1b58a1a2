package org.mswada.importing.uscongress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members from a file with a line each and only their latest term, without its dates. */
final class LegislatorCsv implements LegislatorFile.Reader {
    private final CsvReader csv;
    private final boolean active;
    private @Nullable List<String> header;

    LegislatorCsv(CsvReader csv, boolean active) {
        this.csv = csv;
        this.active = active;
    }

    @Override
    public Optional<Legislator> next() throws IOException {
        if (header == null) {
            @Nullable
            List<String> first = csv.next().orElse(null);
            if (first == null) {
                return Optional.empty();
            }
            List<String> missing = Stream.of("last_name", "first_name", "type", "state", "bioguide_id")
                    .filter(column -> !first.contains(column)).toList();
            if (!missing.isEmpty()) {
                throw new LegislatorFile.NotLegislators("its first line does not name the column "
                        + String.join(", ", missing));
            }
            header = first;
        }
        List<String> names = header;
        return csv.next().map(fields -> legislator(names, fields));
    }

    private Legislator legislator(List<String> names, List<String> fields) {
        if (fields.size() != names.size()) {
            throw new BrokenRecordException("the line has " + fields.size() + " fields, not the " + names.size()
                    + " of the first line");
        }
        Fields row = (column) -> {
            int place = names.indexOf(column);
            return place < 0 ? null : SourceText.optional(fields.get(place), column);
        };
        Legislator.Term latest = new Legislator.Term(SourceText.required(row.get("type"), "type"),
                SourceText.required(row.get("state"), "state"), row.get("district"), row.get("party"),
                row.get("phone"), row.get("url"), null, null);
        SourceText.required(row.get("bioguide_id"), "bioguide_id");
        return new Legislator(SourceText.required(row.get("first_name"), "first_name"), row.get("middle_name"),
                SourceText.required(row.get("last_name"), "last_name"), row.get("suffix"), row.get("nickname"),
                row.get("full_name"), LegislatorRegister.identifiers(register -> row.get(register.column())),
                List.of(), latest, active);
    }

    @Override
    public long line() {
        return csv.line();
    }

    @Override
    public String text() {
        return csv.text();
    }

    @Override
    public void close() {
        csv.close();
    }

    /** The fields of a line by the names of their columns; null for a missing or blank one. */
    private interface Fields {
        @Nullable
        String get(String column);
    }
}

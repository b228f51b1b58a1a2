package org.mswada.db.alignment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what the generated code knows and the current schema of a connection does not have, or has otherwise. */
final class CodeCheck {
    private static final String REMEDY = "Statements that name it fail or misread it. Bring the schema back, or run the "
            + "version of Mswada that was built for this one.";

    private CodeCheck() {}

    static List<Finding> findings(Connection connection, List<GeneratedColumn> known) throws SQLException {
        String[] tables = texts(known, GeneratedColumn::table);
        String[] columns = texts(known, GeneratedColumn::name);
        List<Finding> findings = new ArrayList<>(Sql.query(connection, "known-columns.sql", CodeCheck::compare, tables,
                columns, texts(known, GeneratedColumn::type),
                known.stream().map(GeneratedColumn::nullable).toArray(Boolean[]::new))
                .stream().flatMap(Optional::stream).distinct().toList());
        findings.addAll(Sql.query(connection, "unknown-columns.sql", CodeCheck::unknown, tables, tables, columns));
        return findings;
    }

    private static Optional<Finding> compare(ResultSet row) throws SQLException {
        String table = row.getString("in_table");
        String column = "column " + table + "." + row.getString("in_column");
        String type = row.getString("of_type");
        @Nullable
        String live = row.getString("live_type");
        if (!row.getBoolean("has_table")) {
            return Optional.of(drift("table " + table, "a table of the generated code", "nothing", REMEDY));
        }
        if (live == null) {
            return Optional.of(drift(column, type + ", as the generated code knows it", "nothing", REMEDY));
        }
        if (!row.getBoolean("fits")) {
            return Optional.of(drift(column, type + ", as the generated code knows it", live, REMEDY));
        }
        if (!row.getBoolean("nullable") && row.getBoolean("live_nullable")) {
            return Optional.of(drift(column, "not null, as the generated code knows it", "nullable", REMEDY));
        }
        return Optional.empty();
    }

    private static Finding unknown(ResultSet row) throws SQLException {
        return drift("column " + row.getString("in_table") + "." + row.getString("in_column"),
                "nothing that the generated code does not know", "a column that must be given a value",
                "Every insert of this version of Mswada into that table fails. Give the column a default, or drop it.");
    }

    private static Finding drift(String object, String expected, String found, String remedy) {
        return Finding.drift(Finding.Area.CODE, object, expected, found, remedy);
    }

    private static String[] texts(List<GeneratedColumn> columns, Function<GeneratedColumn, String> part) {
        return columns.stream().map(part).toArray(String[]::new);
    }
}

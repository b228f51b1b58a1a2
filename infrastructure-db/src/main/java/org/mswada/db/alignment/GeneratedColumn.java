package org.mswada.db.alignment;

import java.util.List;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DefaultConfiguration;
import org.mswada.db.generated.DefaultSchema;

/**
 * A column that the generated code knows.
 *
 * @param table its table
 * @param name its name
 * @param type of PostgreSQL
 * @param nullable whether it may hold nothing
 */
record GeneratedColumn(String table, String name, String type, boolean nullable) {
    private static final Configuration POSTGRES = new DefaultConfiguration().set(SQLDialect.POSTGRES);

    static List<GeneratedColumn> all() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .flatMap(table -> table.fieldStream().map(field -> of(table, field))).toList();
    }

    private static GeneratedColumn of(Table<?> table, Field<?> field) {
        return new GeneratedColumn(table.getName(), field.getName(), field.getDataType().getCastTypeName(POSTGRES),
                field.getDataType().nullable());
    }
}

package org.mswada.support.jooqcodegen;

import java.nio.file.Path;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/**
 * Starts PostgreSQL, migrates it, and generates one class a table. Does nothing when neither the migrations nor this
 * program changed since the code was generated.
 */
public final class GenerateJooqCode {
    private static final String DATABASE = "postgres";

    private GenerateJooqCode() {}

    /**
     * Generates the code.
     *
     * @param arguments the folder of the migrations, the folder for the code, and the code's package
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: GenerateJooqCode MIGRATIONS-FOLDER OUTPUT-FOLDER PACKAGE");
        }
        Path migrations = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        Stamp stamp = Stamp.of(migrations, arguments[2]);
        if (!stamp.isOn(output)) {
            generate(output, arguments[2]);
            stamp.putOn(output);
        }
    }

    private static void generate(Path output, String packageName) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary())) {
            PostgresAddress address = postgres.address();
            new SchemaMigrator(address.jdbcUrl(DATABASE), address.user(), address.password()).migrate();
            CodeGenerator.generate(address, DATABASE, output, packageName);
        }
    }

}

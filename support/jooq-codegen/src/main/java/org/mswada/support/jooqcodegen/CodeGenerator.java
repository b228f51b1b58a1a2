package org.mswada.support.jooqcodegen;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** Runs jOOQ's generator: tables and keys only, since everything else would be code that nobody may use. */
final class CodeGenerator {
    /** Flyway's own table, and columns of a type that jOOQ has none for: only SQL text can use them. */
    private static final String EXCLUDED = "flyway_schema_history|(.*\\.)?bill\\.search";

    private CodeGenerator() {}

    static void generate(PostgresAddress address, String database, Path output, String packageName) throws Exception {
        GenerationTool.generate(new Configuration().withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(address.jdbcUrl(database)).withUser(address.user())
                        .withPassword(address.password()))
                .withGenerator(new Generator().withDatabase(tables()).withGenerate(plainTables())
                        .withTarget(new Target().withPackageName(packageName).withDirectory(output.toString())
                                .withClean(true))));
    }

    private static Database tables() {
        return new Database().withName("org.jooq.meta.postgres.PostgresDatabase").withInputSchema("public")
                .withOutputSchemaToDefault(true).withExcludes(EXCLUDED).withIncludeExcludeColumns(true)
                .withIncludeRoutines(false).withIncludeSequences(false).withForcedTypes(ForcedTypes.all());
    }

    private static Generate plainTables() {
        return new Generate().withRecords(false).withPojos(false).withDaos(false).withRoutines(false)
                .withIndexes(false).withGlobalCatalogReferences(false).withGlobalSchemaReferences(false)
                .withImplicitJoinPathsToOne(false).withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathTableSubtypes(false).withGeneratedAnnotation(false).withJavaTimeTypes(true);
    }
}

package org.mswada.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mswada.support.testdatabase.TestDatabase;

/** Migrations of a next release, beside the shipped ones. */
record MigrationsFolder(Path folder) {
    MigrationsFolder with(String fileName, String... sql) throws IOException {
        Files.write(folder.resolve(fileName), List.of(sql));
        return this;
    }

    String location() {
        return "filesystem:" + folder;
    }

    SchemaMigrator migrator(TestDatabase database) {
        return new SchemaMigrator(database.dataSource(), database.jdbcUrl(), database.user(), List.of(location()));
    }
}

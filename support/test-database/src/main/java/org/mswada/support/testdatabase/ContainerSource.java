package org.mswada.support.testdatabase;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container. The only class that touches Testcontainers, which looks for a daemon when loaded. */
record ContainerSource(PostgreSQLContainer container) implements ServerSource {

    static ContainerSource start(String image) {
        PostgreSQLContainer container = new PostgreSQLContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        container.setCommand("postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c",
                "full_page_writes=off");
        try {
            container.start();
        } catch (RuntimeException e) {
            container.close();
            throw new IllegalStateException("No container with the image " + image + " could be started ("
                    + e.getMessage() + "). Start a container daemon that has the image, or leave out -D"
                    + TestDatabaseSettings.SOURCE + " for the embedded server.", e);
        }
        return new ContainerSource(container);
    }

    @Override
    public DatabaseAddress maintenance() {
        return new DatabaseAddress(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    @Override
    public void close() {
        container.close();
    }
}

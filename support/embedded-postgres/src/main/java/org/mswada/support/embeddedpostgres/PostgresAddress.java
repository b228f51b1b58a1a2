package org.mswada.support.embeddedpostgres;

/**
 * Where a server listens and who may do everything there.
 *
 * @param host an IP address
 * @param port a TCP port
 * @param user the superuser
 * @param password the superuser's password; never shown by {@link #toString()}
 */
public record PostgresAddress(String host, int port, String user, String password) {

    /** Returns the JDBC URL of one database of this server, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}

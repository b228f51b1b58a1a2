package org.mswada.support.testdatabase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach one database.
 *
 * @param jdbcUrl a URL like {@code jdbc:postgresql://host:5432/name}, parameters allowed
 * @param user a role that may create databases
 * @param password its password; never shown by {@link #toString()}
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/?]+/)[^/?]+(\\?.*)?");

    /** Refuses a URL without a host or a database. */
    public DatabaseAddress {
        if (!URL.matcher(jdbcUrl).matches()) {
            throw new IllegalArgumentException("'" + jdbcUrl + "' is no address of a test database, because host or"
                    + " database are missing. Write it like jdbc:postgresql://127.0.0.1:5432/postgres");
        }
    }

    /** Returns the address of another database on the same server. */
    DatabaseAddress withDatabase(String name) {
        Matcher matcher = URL.matcher(jdbcUrl);
        return new DatabaseAddress(matcher.replaceFirst("$1" + name + "$2"), user, password);
    }

    /** Returns a source that opens a new connection each time. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}

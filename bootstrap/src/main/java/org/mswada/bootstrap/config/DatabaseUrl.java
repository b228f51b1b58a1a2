package org.mswada.bootstrap.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, from a JDBC URL or a connection URI of libpq (PostgreSQL manual, "Connection URIs").
 *
 * @param jdbcUrl the same for the JDBC driver, without credentials
 * @param user the role in the URI, if there was one
 * @param password its password in the URI, if there was one
 */
record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {
    private static final Pattern SECRET = Pattern.compile("[?&][a-z]*pass(word)?=", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDENTIALS = Pattern.compile("^jdbc:postgresql:[^?]*@");
    private static final Pattern SEVERAL_HOSTS = Pattern.compile("^jdbc:postgresql://[^/?]*,");
    private static final String FORMS = "use jdbc:postgresql://HOST:PORT/DATABASE or "
            + "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";

    static DatabaseUrl parse(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return of(url, null, null);
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new IllegalArgumentException("it is no PostgreSQL URL; " + FORMS);
        }
        URI uri = uri(url);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("it names no host; " + FORMS);
        }
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] credentials = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        return of("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                credentials.length > 0 ? decode(credentials[0]) : null,
                credentials.length > 1 ? decode(credentials[1]) : null);
    }

    private static DatabaseUrl of(String jdbcUrl, @Nullable String user, @Nullable String password) {
        if (SECRET.matcher(jdbcUrl).find()) {
            throw new IllegalArgumentException(
                    "it holds a password, and URLs are printed; set MSWADA_DB_USER and MSWADA_DB_PASSWORD instead");
        }
        if (CREDENTIALS.matcher(jdbcUrl).find()) {
            throw new IllegalArgumentException("it holds an @, and a JDBC URL takes no role and no password before its "
                    + "host; set MSWADA_DB_USER and MSWADA_DB_PASSWORD instead");
        }
        if (SEVERAL_HOSTS.matcher(jdbcUrl).find()) {
            throw new IllegalArgumentException("it names several hosts; name the one that is meant");
        }
        return new DatabaseUrl(jdbcUrl, user, password);
    }

    /** The parser's own message would quote the URL, and with it the password. */
    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "character " + e.getIndex() + " does not belong there (percent-encode it?); " + FORMS);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DatabaseUrl[jdbcUrl=" + jdbcUrl + ", user=" + user + ", password=***]";
    }
}

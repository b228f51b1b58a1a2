package org.mswada.bootstrap.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which build this is and what runs it.
 *
 * @param version of Mswada
 * @param commit what it was built from, or null when it was not built in a clone
 * @param committed when that was committed, or null
 * @param changed whether files had changed since the commit
 * @param java the version of the Java that runs it
 * @param system the operating system
 */
public record Release(String version, @Nullable String commit, @Nullable String committed, boolean changed, String java,
        String system) {
    private static final String UNRESOLVED = "${";

    /** Reads what the build wrote down. */
    public static Release current() {
        Properties built = new Properties();
        try (InputStream stream = Objects.requireNonNull(Release.class.getResourceAsStream("release.properties"),
                "the build writes release.properties")) {
            built.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("release.properties in this application cannot be read: build it again", e);
        }
        return new Release(built.getProperty("version"), known(built.getProperty("commit")),
                known(built.getProperty("committed")), Boolean.parseBoolean(built.getProperty("changed")),
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
    }

    private static @Nullable String known(String value) {
        return value.isEmpty() || value.startsWith(UNRESOLVED) ? null : value;
    }

    /** In one line, without what runs it. */
    public String line() {
        return "mswada " + version + (commit == null
                ? ", commit unknown"
                : ", commit " + commit + " of " + committed + (changed ? ", with changes that are not committed" : ""));
    }
}

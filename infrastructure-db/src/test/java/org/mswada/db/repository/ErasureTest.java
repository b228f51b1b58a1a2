package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserProfile;

/** Nothing personal is left anywhere: every column of every table is searched, whatever tables there will be. */
final class ErasureTest {
    private static final Operation WRITE = Operation.write("test.write");
    /** Each is somewhere in the database before, and nowhere after. */
    private static final List<String> PERSONAL = List.of("personal-subject", "personal-mail@", "Personal Display",
            "Personal Area", "Personal Biography", "tlh", "Pacific/Chatham", "personal-avatar", "personal search",
            // A group of three letters of the display name, in the column for search.
            "isp,");
    private static final NewUser USER = new NewUser(new UserId(UUID.randomUUID()),
            new OidcSubject("https://personal-issuer.example.org", "personal-subject"),
            new UserDetails(new EmailAddress("Personal-Mail@example.org"), "Personal Display", Role.JOURNALIST,
                    "Personal Area", Anonymity.PSEUDONYM));
    private static final UserProfile PROFILE = new UserProfile("Personal Biography", Locale.forLanguageTag("tlh"),
            ZoneId.of("Pacific/Chatham"), "https://example.org/personal-avatar.png", true);

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqUserRepository users = new JooqUserRepository();

    @Test
    void no_column_of_any_table_holds_a_personal_value_after_erasure() throws SQLException {
        database.units().<Object>write(WRITE, session -> {
            users.create(session, USER);
            users.saveProfile(session, USER.id(), PROFILE, 1);
            return new JooqTrackingRepository().follow(session, new TrackingId(UUID.randomUUID()), USER.id(),
                    new TrackingTarget.OfSearch("personal search"), TrackingPreferences.DEFAULT);
        });
        for (String value : PERSONAL) {
            assertThat(columnsWith(value)).as("control: before, %s is found", value).isNotEmpty();
        }
        assertThat(columnsWith("personal-issuer")).containsExactly("app_user.issuer");

        database.units().<Object>write(WRITE, session -> users.erase(session, USER.id()));

        for (String value : PERSONAL) {
            assertThat(columnsWith(value)).as(value).isEmpty();
        }
        assertThat(columnsWith("personal")).isEmpty();
        assertThat(columnsWith(USER.id().value().toString())).containsExactly("app_user.id");
    }

    private List<String> columnsWith(String value) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (String column : query(connection, "select table_name || '.' || column_name "
                    + "from information_schema.columns where table_schema = 'public' order by 1")) {
                String[] parts = column.split("\\.", 2);
                if (!query(connection, "select 1 from " + parts[0] + " where strpos(lower(" + parts[1] + "::text), '"
                        + value.toLowerCase(Locale.ROOT) + "') > 0 limit 1").isEmpty()) {
                    found.add(column);
                }
            }
        }
        return found;
    }

    private static List<String> query(Connection connection, String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(text)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}

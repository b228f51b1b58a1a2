package org.mswada.db.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ViewTextTest {
    private static final String OLD = "SELECT bill.id, 'bill.id' AS word, (SELECT count(*) FROM vote\n WHERE vote.id = "
            + "bill.id)\n   FROM bill\n  WHERE bill.id IS NOT NULL";

    @Test
    void an_old_server_writes_the_only_table_before_each_column_and_that_is_taken_out() {
        assertThat(ViewText.normalized(OLD, 15)).isEqualTo("SELECT id, 'bill.id' AS word, (SELECT count(*) FROM vote"
                + "\n WHERE vote.id = bill.id)\n   FROM bill\n  WHERE id IS NOT NULL");
    }

    @Test
    void of_newer_servers_and_of_several_tables_nothing_is_changed() {
        assertThat(ViewText.normalized(OLD, 16)).isEqualTo(OLD);
        String join = "SELECT b.id FROM bill b JOIN vote v ON v.id = b.id";
        assertThat(ViewText.normalized(join, 15)).isEqualTo(join);
        String list = "SELECT b.id FROM bill b,\n vote v";
        assertThat(ViewText.normalized(list, 15)).isEqualTo(list);
    }
}

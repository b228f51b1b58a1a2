package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "commit work", "End", "commit and chain", "/* a /* b */ c */ -- d\n commit"})
    void a_commit_is_known(String sql) {
        assertThat(SqlText.isCommit(SqlText.withoutLead(sql))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 'commit'", "commit prepared 'a'", "committed", "-- commit", "endless", ""})
    void another_statement_is_no_commit(String sql) {
        assertThat(SqlText.isCommit(SqlText.withoutLead(sql))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "begin isolation level serializable", "start   transaction read only"})
    void a_begin_is_known(String sql) {
        assertThat(SqlText.isBegin(sql)).isTrue();
    }

    @Test
    void quotations_and_comments_do_not_end_a_statement() {
        List<String> statements = List.of("select ';', E'\\';', \";\"", "do $a$ ; $$ ; $a$", "select a$1$, $$;$$ ",
                "insert into t /* ; /* ; */ ; */ values (1) -- ;\n", "select 1 - 2 / 3", "commit");
        assertThat(SqlText.statements(String.join(";", statements) + " ; ;"))
                .isEqualTo(statements.stream().map(String::strip).toList());
    }

    @Test
    void what_is_not_closed_reaches_to_the_end() {
        assertThat(SqlText.statements("select ';")).containsExactly("select ';");
        assertThat(SqlText.statements("select $$;")).containsExactly("select $$;");
        assertThat(SqlText.statements("select E'\\")).containsExactly("select E'\\");
        assertThat(SqlText.statements("/* ; /*")).isEmpty();
    }

    @Test
    void the_body_of_a_function_is_not_split() {
        String sql = "create function f() returns int language sql begin atomic select 1; select 2; end";
        assertThat(SqlText.statements(sql)).containsExactly(sql);
    }
}

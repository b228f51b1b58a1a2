package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What docs/adding-a-repository.md shows works as it stands there, and would not if a line were wrong. */
final class AddingARepositoryTest {
    private static final String ORDER = ".orderBy(COMMITTEE.NAME.asc())";

    @TempDir
    private Path folder;

    @Test
    void the_files_of_the_page_compile_and_pass_their_contract_and_fail_it_when_a_line_is_broken() throws Exception {
        String page = ShownRepository.page();
        ShownRepository shown = new ShownRepository(folder);

        assertThat(shown.write(page)).containsExactly("V9999__committees.sql", "Committee.java",
                "CommitteeRepository.java", "JooqCommitteeRepository.java", "CommitteeRepositoryContract.java",
                "JooqCommitteeRepositoryTest.java");
        shown.generate();
        assertThat(shown.compile()).isEmpty();
        assertThat(shown.bound("org.mswada.domain.legislature.CommitteeRepository"))
                .containsExactly("JooqCommitteeRepository");
        // Beside it, under another name: a server of its own for each would take most of the time.
        assertThat(page).containsOnlyOnce(ORDER);
        assertThat(shown.write(page.replace(ORDER, ".orderBy(COMMITTEE.NAME.desc())").replace("JooqCommittee",
                "BrokenCommittee"))).endsWith("BrokenCommitteeRepositoryTest.java");
        assertThat(shown.compileShown()).isEmpty();

        TestExecutionSummary summary = shown.run("JooqCommitteeRepositoryTest", "BrokenCommitteeRepositoryTest");

        assertThat(failed(summary))
                .containsExactly("BrokenCommitteeRepositoryTest committees_are_listed_by_name_a_page_at_a_time()");
        assertThat(summary.getTestsSucceededCount()).as("both of the one, and the other of the other").isEqualTo(3);
    }

    private static List<String> failed(TestExecutionSummary summary) {
        return summary.getFailures().stream().map(AddingARepositoryTest::name).toList();
    }

    private static String name(TestExecutionSummary.Failure failure) {
        String test = failure.getTestIdentifier().getDisplayName();
        return failure.getTestIdentifier().getSource().filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaClass().getSimpleName() + " " + test)
                .orElse(test + ": " + failure.getException());
    }
}

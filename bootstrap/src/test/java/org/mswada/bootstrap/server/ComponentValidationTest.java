package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.bootstrap.config.Environment;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.DatabaseServices;
import org.mswada.db.validation.ValidationLine;
import org.mswada.db.validation.ValidationLine.Verdict;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.support.testdatabase.TestDatabase;

final class ComponentValidationTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final DatabaseConfig config = new DatabaseConfig(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password(),
            2, 10, Duration.ofMillis(200));
    private final List<DatabaseService> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(DatabaseService::close);
    }

    @Test
    void the_application_has_one_service_and_a_pool_as_configured() throws Exception {
        assertThat(run(DaggerServerComponent.factory())).extracting(ValidationLine::verdict)
                .containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    /** The control: a component that opens a service each time it is asked for one. */
    @Test
    void a_service_for_everybody_who_asks_fails() throws Exception {
        ValidationLine line = run((database, limits, registry) -> {
            ServerComponent component = DaggerServerComponent.factory().create(database, limits, registry);
            opened.add(component.database());
            return (ServerComponent) Proxy.newProxyInstance(getClass().getClassLoader(),
                    new Class<?>[]{ServerComponent.class}, (_, method, _) -> {
                        if (!method.getReturnType().equals(DatabaseService.class)) {
                            return method.invoke(component);
                        }
                        opened.add(DatabaseServices.open(database, limits, database.slowLimit(),
                                new SimpleMeterRegistry()));
                        return opened.getLast();
                    });
        }).getFirst();

        assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.FAILED);
        assertThat(line.measured()).contains("2 service", "0 units for 3 use cases").doesNotContain("1 probe");
    }

    /** The control: a service that nobody gets to see. */
    @Test
    void a_second_service_beside_it_fails() throws Exception {
        ValidationLine line = run((database, limits, registry) -> {
            opened.add(DatabaseServices.open(database, limits, database.slowLimit(), registry));
            return DaggerServerComponent.factory().create(database, limits, registry);
        }).getFirst();

        assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.FAILED);
        assertThat(line.measured()).contains("1 service", "3 units for 3 use cases", "2 probe");
    }

    /** The control: a pool of another size. */
    @Test
    void a_pool_of_another_size_fails() throws Exception {
        ValidationLine line = run((database, limits, registry) -> DaggerServerComponent.factory().create(
                new DatabaseConfig(database.url(), List.of(), database.user(), database.password(),
                        Pools.sharing(PoolConfig.of(0, 12)), database.timeouts(), database.tls(), database.slowLimit()),
                limits, registry)).getLast();

        assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.FAILED);
        assertThat(line.measured()).contains("{mswada-read=7, mswada-write=5}");
    }

    @Test
    void a_database_that_does_not_answer_is_not_measured() throws Exception {
        DatabaseConfig away = new DatabaseConfig("jdbc:postgresql://127.0.0.1:1/mswada", "nobody", "none", 0, 10,
                Duration.ofMillis(200));
        ValidationLine line = new ComponentValidation(away, ExecutionLimits.DEFAULT, Environment.DEVELOPMENT,
                DaggerServerComponent.factory()).run().getFirst();

        assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(line.measured()).contains("did not answer the probe within 5 s");
        assertThat(line.remedy()).doesNotContain("singleton");
    }

    /** The control: it is away for one use case, which never gets to the service. */
    @Test
    void a_database_that_leaves_meanwhile_is_not_measured() throws Exception {
        ValidationLine line = run((database, limits, registry) -> {
            ServerComponent component = DaggerServerComponent.factory().create(database, limits, registry);
            return (ServerComponent) Proxy.newProxyInstance(getClass().getClassLoader(),
                    new Class<?>[]{ServerComponent.class}, (_, method, _) -> {
                        if (method.getReturnType().equals(GetSponsor.class)) {
                            throw new StorageUnavailable("The database left.", null);
                        }
                        return method.invoke(component);
                    });
        }).getFirst();

        assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(line.measured()).contains("left meanwhile");
    }

    /** The control: a component with a bug. */
    @Test
    void a_component_that_cannot_be_built_is_not_measured() throws Exception {
        assertThat(run((_, _, _) -> {
            throw new IllegalStateException("nobody foresaw it");
        })).allSatisfy(line -> {
            assertThat(line.verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(line.measured()).contains("bug of Mswada", "nobody foresaw it");
        });
    }

    private List<ValidationLine> run(ServerComponent.Factory components) throws InterruptedException {
        return new ComponentValidation(config, ExecutionLimits.DEFAULT, Environment.DEVELOPMENT, components).run();
    }
}

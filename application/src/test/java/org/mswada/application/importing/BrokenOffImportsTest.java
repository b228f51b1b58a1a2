package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.application.memory.InMemoryBillHashes;
import org.mswada.application.memory.InMemoryBillWrites;
import org.mswada.application.memory.InMemoryLegislatureDirectory;
import org.mswada.application.memory.InMemoryLegislatures;
import org.mswada.application.memory.InMemorySponsors;
import org.mswada.application.memory.InMemoryStorage;
import org.mswada.application.memory.Samples;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.user.Actor;

/** Imports that break off in the middle of whatever they do, again and again, until one comes through. */
final class BrokenOffImportsTest {
    private static final int BILLS = 700;
    private static final int ONE_BREAK_IN = 600;
    private static final int SEEDS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_125, 77})
    void end_with_the_content_of_one_undisturbed(long firstSeed) {
        Map<String, String> undisturbed = imported(() -> false);
        assertThat(undisturbed).hasSize(BILLS);
        int breaks = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(firstSeed + seed);
            int[] broken = new int[1];
            assertThat(imported(() -> {
                boolean now = random.nextInt(ONE_BREAK_IN) == 0;
                broken[0] += now ? 1 : 0;
                return now;
            })).as("seed %d", firstSeed + seed).isEqualTo(undisturbed);
            breaks += broken[0];
        }
        assertThat(breaks).as("times that imports broke off").isGreaterThan(SEEDS);
    }

    /** Returns what is stored of each bill, and how often it was written. */
    private static Map<String, String> imported(BooleanSupplier breaks) {
        InMemoryStorage storage = new InMemoryStorage();
        IdSource ids = Samples.ids();
        SponsorProfiles sponsors = new SponsorProfiles(new InMemorySponsors(storage),
                new InMemoryLegislatures(storage), ids);
        InMemoryLegislatureDirectory legislatures = new InMemoryLegislatureDirectory(storage);
        ImportRecords importer = new ImportRecords(
                new StoredRecords(storage, new InMemoryBillHashes(storage), legislatures, sponsors),
                new BatchWriter(storage, new InMemoryLegislatures(storage), new InMemorySponsors(storage),
                        new InMemoryBillWrites(storage, bill -> {
                            if (breaks.getAsBoolean()) {
                                throw new StorageUnavailable("the database is away; try again later", null);
                            }
                            return false;
                        }), ids),
                new DefinitionWriter(storage, legislatures, sponsors, ids));
        for (boolean ended = false; !ended;) {
            ended = comesThrough(importer);
        }
        Map<String, String> content = new TreeMap<>();
        storage.tables().bills().values().forEach(bill -> content.put(bill.content().identifier().normalized(),
                bill.content().title() + bill.content().actions() + bill.content().subjects() + bill.version()));
        return content;
    }

    private static boolean comesThrough(ImportRecords importer) {
        try {
            ImportSummary summary = importer.run(Actor.OPERATOR, source(), new RecordedProgress()).done();
            assertThat(summary.rejected()).isZero();
            return true;
        } catch (StorageUnavailable brokenOff) {
            return false;
        }
    }

    private static ListSource source() {
        ImportedBill sample = Samples.bill("HR 1", "Title");
        return new ListSource().record(new ImportedJurisdiction(sample.jurisdiction()))
                .record(new ImportedSession(sample.jurisdiction().code(), sample.session())).bills(bills());
    }

    private static List<ImportedBill> bills() {
        return IntStream.rangeClosed(1, BILLS).mapToObj(number -> Samples.bill("HR " + number, "Title " + number))
                .toList();
    }
}

package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.Samples;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.ContentHash;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** A change of anything that is stored must change the hash, or importing it again would not store it. */
final class ContentHasherTest {
    private static final ImportedBill BILL = Samples.bill("HR 1", "Title");
    private static final BillProgress PROGRESS = BillProgress.of(BILL.introducedOn(), BILL.actions());
    private static final ContentHash HASH = ContentHasher.of(BILL, PROGRESS);

    @Test
    void equal_bills_have_equal_hashes() {
        assertThat(hash(Samples.bill("HR 1", "Title"))).isEqualTo(HASH);
    }

    /** If this fails, every bill is stored anew at its next import; that is what a change of the hash means. */
    @Test
    void the_hash_is_the_same_in_every_version_of_this_code() {
        assertThat(HASH.hex()).isEqualTo("c928af4a82307fc8da0346795eb4be14f8e04a1d8c96d9d26be14a9b2ed92b13");
    }

    @Test
    void every_field_of_a_bill_counts_but_those_of_its_key() {
        Map<String, Object> changes = new HashMap<>(Map.of("identifier", BillIdentifier.of("H.R. 1"), "classification",
                BillClassification.PETITION, "originChamber", Chamber.UPPER, "title", "Title ", "shortTitle", "Shorter",
                "summary", "Other", "subjects", List.of("Tax", "Trade"), "introducedOn", Samples.DAY.plusDays(1),
                "lawNumber", "Act 1", "sponsorships", BILL.sponsorships().subList(0, 2)));
        changes.put("actions", BILL.actions().subList(0, 1));
        changes.put("context", BillContext.NONE);
        changes.put("related", List.of());
        checkComplete(ImportedBill.class, Set.of("jurisdiction", "session"), changes);
        changes.forEach((field, value) -> differs(with(BILL, field, value), field));
    }

    @Test
    void every_field_of_a_sponsorship_counts() {
        Map<String, Object> changes = Map.of("sponsor", Samples.member("9"), "nameAsPrinted", "Member One",
                "entityType",
                SponsorEntityType.COMMITTEE, "role", SponsorshipRole.JOINT, "joinedOn", Samples.DAY.plusDays(1),
                "withdrawnOn", Samples.DAY);
        checkComplete(ImportedSponsorship.class, Set.of(), changes);
        ImportedSponsorship first = BILL.sponsorships().getFirst();
        changes.forEach(
                (field, value) -> differs(withFirst("sponsorships", BILL.sponsorships(), with(first, field, value)),
                        field));
        differs(withFirst("sponsorships", BILL.sponsorships(), with(first, "sponsor", null)), "no sponsor");
    }

    /** What is said of the sponsor itself is not stored with the bill. */
    @Test
    void of_a_sponsor_only_the_identifier_counts() {
        checkComplete(ImportedSponsor.class, Set.of("name", "chamber", "district", "roleTitle"),
                Map.of("identifier", Samples.DAY));
        for (ExternalIdentifier other : List.of(new ExternalIdentifier("test", "7"),
                new ExternalIdentifier("other", "1"))) {
            ImportedSponsorship first = BILL.sponsorships().getFirst();
            differs(withFirst("sponsorships", BILL.sponsorships(),
                    with(first, "sponsor", with(Samples.member("1"), "identifier", other))), "identifier");
        }
    }

    @Test
    void every_field_of_an_action_counts_but_its_place_which_the_list_gives() {
        Map<String, Object> changes = Map.of("occurredOn", Samples.DAY.plusDays(1), "occurredAt", Instant.EPOCH, "text",
                "Withdrawn.", "classes", List.of(), "assertedStatus", BillStatus.DRAFT);
        checkComplete(BillAction.class, Set.of("sequence"), changes);
        BillAction first = BILL.actions().getFirst();
        changes.forEach(
                (field, value) -> differs(withFirst("actions", BILL.actions(), with(first, field, value)), field));
    }

    /** A corrected rule of the status must reach the bills that are stored, though their source is the same. */
    @Test
    void every_field_of_the_derived_progress_counts() {
        Map<String, Object> changes = Map.of("status", BillStatus.REPORTED, "statusSince", Samples.DAY, "statusAction",
                0, "introducedOn", Samples.DAY.plusDays(1), "latestActionOn", Samples.DAY, "latestActionText", "Else.");
        checkComplete(BillProgress.class, Set.of(), changes);
        changes.forEach((field, value) -> assertThat(ContentHasher.of(BILL, with(PROGRESS, field, value))).as(field)
                .isNotEqualTo(HASH));
    }

    @Test
    void the_order_of_sponsorships_counts() {
        differs(with(BILL, "sponsorships", BILL.sponsorships().reversed()), "order");
    }

    @Test
    void parts_do_not_run_together() {
        assertThat(List.of(subjects("ab", "c"), subjects("a", "bc"), subjects("abc"), subjects()))
                .extracting(ContentHasherTest::hash)
                .doesNotHaveDuplicates();
        assertThat(hash(with(BILL, "summary", "")))
                .isNotEqualTo(hash(with(BILL, "summary", null)));
        assertThat(hash(with(with(BILL, "shortTitle", "a"), "summary", null)))
                .isNotEqualTo(hash(with(with(BILL, "shortTitle", null), "summary", "a")));
    }

    private static ImportedBill subjects(String... subjects) {
        return with(BILL, "subjects", List.of(subjects));
    }

    /** The progress stays the same, so that a change shows only where the field itself counts. */
    private static ContentHash hash(ImportedBill bill) {
        return ContentHasher.of(bill, PROGRESS);
    }

    private static void differs(ImportedBill changed, String field) {
        assertThat(hash(changed)).as(field).isNotEqualTo(HASH);
    }

    /** A new field must be added to this test, hence to the hash. */
    private static void checkComplete(Class<? extends Record> type, Set<String> withoutEffect,
            Map<String, Object> changes) {
        Set<String> tested = new TreeSet<>(withoutEffect);
        tested.addAll(changes.keySet());
        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(tested);
    }

    private static <T> ImportedBill withFirst(String field, List<T> list, T first) {
        List<T> changed = new ArrayList<>(list);
        changed.set(0, first);
        return with(BILL, field, changed);
    }

    private static <T extends Record> T with(T original, String field, @Nullable Object value) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int place = 0; place < components.length; place++) {
                boolean changed = components[place].getName().equals(field);
                values[place] = changed ? value : components[place].getAccessor().invoke(original);
            }
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked") // the constructor of T's class makes a T
            T copy = (T) original.getClass().getDeclaredConstructor(types).newInstance(values);
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

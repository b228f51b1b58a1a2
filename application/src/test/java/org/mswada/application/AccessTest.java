package org.mswada.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mswada.application.bill.AppendActions;
import org.mswada.application.bill.CloseSession;
import org.mswada.application.bill.CreateBill;
import org.mswada.application.bill.CreateBills;
import org.mswada.application.bill.DeleteBill;
import org.mswada.application.bill.DeleteBills;
import org.mswada.application.bill.EditBill;
import org.mswada.application.bill.NewBill;
import org.mswada.application.bill.RecordEngagement;
import org.mswada.application.bill.ReplaceSponsorships;
import org.mswada.application.bill.RestoreBill;
import org.mswada.application.bill.TransitionBill;
import org.mswada.application.bill.UpdateBill;
import org.mswada.application.bill.UpdateBills;
import org.mswada.application.importing.OneRecordImports;
import org.mswada.application.sponsor.CreateSponsor;
import org.mswada.application.sponsor.DeactivateSponsor;
import org.mswada.application.sponsor.LinkByIdentifier;
import org.mswada.application.sponsor.LinkSponsorships;
import org.mswada.application.sponsor.RecomputeSponsorMetrics;
import org.mswada.application.sponsor.UpdateSponsor;
import org.mswada.application.tracking.Follow;
import org.mswada.application.tracking.ListTracking;
import org.mswada.application.tracking.PauseTracking;
import org.mswada.application.tracking.StreamFollowers;
import org.mswada.application.tracking.Unfollow;
import org.mswada.application.user.CountUsers;
import org.mswada.application.user.CreateUsers;
import org.mswada.application.user.DeleteUsers;
import org.mswada.application.user.EditAccount;
import org.mswada.application.user.EraseUser;
import org.mswada.application.user.GetAccount;
import org.mswada.application.user.GetUser;
import org.mswada.application.user.ListUsers;
import org.mswada.application.user.LookUpUser;
import org.mswada.application.user.SaveProfile;
import org.mswada.application.user.SearchUsers;
import org.mswada.application.user.SuspendUser;
import org.mswada.application.user.UpdateUser;
import org.mswada.application.user.UpdateUsers;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserProfile;

/** Every use case that somebody does, in every role: who comes as far as the storage, and nobody else. */
final class AccessTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UserId SELF = new UserId(ID);
    private static final UserId ANOTHER = new UserId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058"));
    private static final BillVersion BILL = new BillVersion(new BillId(ID), 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final BillKey KEY = new BillKey(new JurisdictionCode("us"), new SessionIdentifier("1"),
            BillIdentifier.of("HR 1"));
    private static final BillEdit EDIT = new BillEdit(BillClassification.BILL, "A bill", null, null, List.of(), null,
            BillContext.NONE);
    private static final UserDetails DETAILS = new UserDetails(null, null, Role.CITIZEN, null, Anonymity.PUBLIC);
    private static final EmailAddress EMAIL = new EmailAddress("ada@example.org");
    private static final TrackingTarget TARGET = new TrackingTarget.OfBill(new BillId(ID));

    private static final SponsorContent SPONSOR = SponsorContent.asPrinted("A", null, null, null, List.of());

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> CLERKS = EnumSet.of(Role.CLERK, Role.ADMIN);
    private static final Set<Role> MODERATORS = EnumSet.of(Role.MODERATOR, Role.ADMIN);
    private static final Set<Role> ADMINS = EnumSet.of(Role.ADMIN);

    private static final UnitOfWork UNITS = new Storage();

    /** Who may, and how it is done. What is not in here fails {@link AccessCompleteTest}. */
    private static final Map<String, Case> CASES = new TreeMap<>(Map.ofEntries(
            allow("CreateBill", CLERKS, actor -> new CreateBill(create()).create(actor, newBill())),
            allow("CreateBills", CLERKS, actor -> create().create(actor, List.of(newBill()))),
            allow("EditBill", CLERKS, actor -> new EditBill(UNITS, null, null).edit(actor, BILL, edit -> edit)),
            allow("UpdateBill", CLERKS, actor -> new UpdateBill(new UpdateBills(UNITS, null)).update(actor, update())),
            allow("UpdateBills", CLERKS, actor -> new UpdateBills(UNITS, null).update(actor, List.of(update()))),
            allow("ReplaceSponsorships", CLERKS,
                    actor -> new ReplaceSponsorships(UNITS, null).replace(actor, BILL, List.of())),
            allow("AppendActions", CLERKS, actor -> append().append(actor, BILL, List.of())),
            allow("TransitionBill", CLERKS,
                    actor -> new TransitionBill(append()).move(actor, BILL, BillStatus.FAILED, DAY, "failed")),
            allow("DeleteBill", ADMINS, actor -> new DeleteBill(new DeleteBills(UNITS, null)).delete(actor, BILL)),
            allow("DeleteBills", ADMINS, actor -> new DeleteBills(UNITS, null).delete(actor, List.of(BILL))),
            allow("RestoreBill", ADMINS, actor -> new RestoreBill(UNITS, null).restore(actor, BILL.id())),
            allow("CloseSession", ADMINS,
                    actor -> new CloseSession(UNITS, null, null).close(actor, KEY.jurisdiction(), KEY.session(), DAY)),
            allow("CreateSponsor", CLERKS,
                    actor -> new CreateSponsor(UNITS, null, () -> ID).run(actor, KEY.jurisdiction(), SPONSOR)),
            allow("UpdateSponsor", CLERKS,
                    actor -> new UpdateSponsor(UNITS, null).run(actor, new SponsorId(ID), SPONSOR, 1)),
            allow("DeactivateSponsor", CLERKS,
                    actor -> new DeactivateSponsor(UNITS, null).run(actor, new SponsorId(ID), 1)),
            allow("GetAccount", EVERYBODY, actor -> new GetAccount(UNITS, null).of(actor)),
            allow("GetUser", MODERATORS, actor -> new GetUser(UNITS, null).byId(actor, ANOTHER)),
            allow("GetUser of oneself", MODERATORS, actor -> new GetUser(UNITS, null).byId(actor, SELF)),
            allow("LookUpUser", MODERATORS, actor -> new LookUpUser(UNITS, null).byEmail(actor, EMAIL)),
            allow("ListUsers", MODERATORS, actor -> new ListUsers(UNITS, null).page(actor, UserFilter.ALL, null, 1)),
            allow("SearchUsers", MODERATORS, actor -> new SearchUsers(UNITS, null).byText(actor, "a", 1)),
            allow("CountUsers", MODERATORS, actor -> new CountUsers(UNITS, null).upTo(actor, UserFilter.ALL, 1)),
            allow("ListTracking", EVERYBODY, actor -> new ListTracking(UNITS, null).page(actor, null, 1)),
            allow("StreamFollowers", ADMINS, actor -> new StreamFollowers(UNITS, null).run(actor, TARGET,
                    TrackingTrigger.NEW_ACTION, follower -> {})),
            allow("EditAccount", EVERYBODY, actor -> new EditAccount(UNITS, null).edit(actor, 1, details -> details)),
            allow("SaveProfile", EVERYBODY, actor -> new SaveProfile(UNITS, null).run(actor, 1, UserProfile.EMPTY)),
            allow("EraseUser", EVERYBODY, actor -> new EraseUser(UNITS, null).run(actor, SELF)),
            allow("EraseUser of another", ADMINS, actor -> new EraseUser(UNITS, null).run(actor, ANOTHER)),
            allow("UpdateUser", EVERYBODY,
                    actor -> new UpdateUser(UNITS, null).run(actor, new UserChange(SELF, DETAILS, 1))),
            allow("UpdateUser of another", ADMINS,
                    actor -> new UpdateUser(UNITS, null).run(actor, new UserChange(ANOTHER, DETAILS, 1))),
            allow("SuspendUser", MODERATORS,
                    actor -> new SuspendUser(UNITS, null).run(actor, ANOTHER, true, 1)),
            allow("CreateUsers", ADMINS, actor -> new CreateUsers(UNITS, null).run(actor, List.of())),
            allow("UpdateUsers", ADMINS, actor -> new UpdateUsers(UNITS, null).run(actor, List.of())),
            allow("DeleteUsers", ADMINS, actor -> new DeleteUsers(UNITS, null).run(actor, List.of())),
            allow("Follow", EVERYBODY,
                    actor -> new Follow(UNITS, null, () -> ID).run(actor, TARGET, TrackingPreferences.DEFAULT)),
            allow("Unfollow", EVERYBODY, actor -> new Unfollow(UNITS, null).run(actor, TARGET)),
            allow("PauseTracking", EVERYBODY, actor -> new PauseTracking(UNITS, null).run(actor, TARGET, true)),
            allow("RecordEngagement", EVERYBODY, actor -> new RecordEngagement(UNITS, null).record(actor, Map.of())),
            allow("LinkSponsorships", CLERKS,
                    actor -> new LinkSponsorships(UNITS, null).byName(actor, KEY.jurisdiction(), unlinked -> {},
                            () -> false)),
            allow("LinkByIdentifier", CLERKS, actor -> new LinkByIdentifier(UNITS, null).run(actor, Map.of())),
            allow("RecomputeSponsorMetrics", ADMINS, actor -> new RecomputeSponsorMetrics(UNITS, null).of(actor,
                    KEY.jurisdiction(), () -> false)),
            allow("ImportBills", ADMINS, actor -> OneRecordImports.bills(UNITS, actor)),
            allow("ImportRecords", ADMINS, actor -> OneRecordImports.records(UNITS, actor))));

    private static CreateBills create() {
        return new CreateBills(UNITS, null, null, () -> ID);
    }

    private static AppendActions append() {
        return new AppendActions(UNITS, null, null);
    }

    private static NewBill newBill() {
        return new NewBill(KEY, Chamber.LOWER, DAY, EDIT, List.of());
    }

    private static BillUpdate update() {
        return new BillUpdate(BILL.id(), 1, EDIT);
    }

    /** Returns the names of the use cases that are asserted here. */
    static Set<String> listed() {
        return CASES.keySet().stream().map(name -> name.replaceAll(" .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void each_role_comes_as_far_as_it_may() {
        CASES.forEach((name, each) -> assertThat(Arrays.stream(Role.values())
                .filter(role -> isAllowed(name, each.run(), new Actor(SELF, role)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)))).as(name)
                .isEqualTo(each.allowed()));
    }

    private static boolean isAllowed(String name, Function<Actor, Object> useCase, Actor actor) {
        try {
            Object outcome = useCase.apply(actor);
            assertThat(outcome.toString()).as(name).contains("Forbidden[needed=");
            return false;
        } catch (Reached storage) {
            return true;
        }
    }

    private static Map.Entry<String, Case> allow(String name, Set<Role> roles, Function<Actor, Object> run) {
        return Map.entry(name, new Case(roles, run));
    }

    private record Case(Set<Role> allowed, Function<Actor, Object> run) {}

    /** Somebody came as far as the storage. */
    private static final class Reached extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Storage implements UnitOfWork {
        @Override
        public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
            throw new Reached();
        }

        @Override
        public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
            throw new Reached();
        }

        @Override
        public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
            throw new Reached();
        }

        @Override
        public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
            throw new Reached();
        }
    }
}

package org.mswada.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.mswada.application.bill.AppendActions;
import org.mswada.application.bill.CreateBill;
import org.mswada.application.bill.CreateBills;
import org.mswada.application.bill.EditBill;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.ListBills;
import org.mswada.application.bill.ListBillsIncluding;
import org.mswada.application.bill.LookUpBill;
import org.mswada.application.bill.SearchBills;
import org.mswada.application.bill.TransitionBill;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.application.sponsor.ListSponsors;
import org.mswada.application.sponsor.SearchSponsors;
import org.mswada.application.tracking.Follow;
import org.mswada.application.tracking.ListTracking;
import org.mswada.application.tracking.Unfollow;
import org.mswada.application.user.EditAccount;
import org.mswada.application.user.EraseUser;
import org.mswada.application.user.GetAccount;
import org.mswada.application.user.RegisterUser;
import org.mswada.application.user.SaveProfile;
import org.mswada.application.user.SignIn;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.identity.TimeOrderedIds;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.http.auth.DevelopmentIssuer;
import org.mswada.http.auth.SignInTrust;
import org.mswada.http.bill.BillRoutes;
import org.mswada.http.bill.BillWriteRoutes;
import org.mswada.http.sponsor.SponsorRoutes;
import org.mswada.http.tracking.TrackingRoutes;
import org.mswada.http.user.MeRoutes;

/** The routes over the samples in memory, and who may call them. */
final class TestApi {
    private static final DevelopmentIssuer ISSUER = issuer();

    final InMemoryBills bills = new InMemoryBills(Samples.bills());
    final InMemoryUsers users = new InMemoryUsers();
    final InMemoryTracking tracking = new InMemoryTracking(bills, users);
    private final IdSource ids = new TimeOrderedIds(InstantSource.system(), new Random(1));
    private final UnitOfWork units;

    TestApi(UnitOfWork units) {
        this.units = units;
    }

    private static DevelopmentIssuer issuer() {
        try {
            Path folder = Files.createTempDirectory("mswada-test");
            DevelopmentIssuer issuer = DevelopmentIssuer.in(folder, "mswada", "mswada_role");
            Files.delete(folder.resolve("development-key.json"));
            Files.delete(folder);
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a token for somebody in this role. */
    static String token(String subject, String role) {
        return ISSUER.mint(subject, role, Instant.now(), Duration.ofMinutes(10));
    }

    ApiRoutes routes() {
        GetBill getBill = new GetBill(units, bills);
        InMemorySponsors sponsors = new InMemorySponsors(List.of(Samples.MEMBER, Samples.COMMITTEE));
        InMemoryBillWrites writes = new InMemoryBillWrites(bills);
        return new ApiRoutes(new BillRoutes(getBill, new LookUpBill(units, bills), new ListBills(units, bills),
                new ListBillsIncluding(units, bills), new SearchBills(units, new InMemorySearch(bills))),
                new BillWriteRoutes(getBill,
                        new CreateBill(new CreateBills(units, new InMemoryLegislatures(), writes, ids)),
                        new EditBill(units, bills, writes),
                        new TransitionBill(new AppendActions(units, bills, writes))),
                new SponsorRoutes(new GetSponsor(units, sponsors),
                        new ListSponsors(units, new InMemoryDirectory(sponsors)),
                        new SearchSponsors(units, new InMemoryDirectory(sponsors))),
                new MeRoutes(new GetAccount(units, users), new EditAccount(units, users), new SaveProfile(units, users),
                        new EraseUser(units, users)),
                new TrackingRoutes(new Follow(units, tracking, ids), new Unfollow(units, tracking),
                        new ListTracking(units, tracking)));
    }

    SignIn signIn() {
        return new SignIn(units, users, new RegisterUser(units, users, ids));
    }

    SignInTrust trust() {
        return new SignInTrust(null, ISSUER, "mswada_role");
    }
}

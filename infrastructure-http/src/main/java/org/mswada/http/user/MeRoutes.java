package org.mswada.http.user;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mswada.application.user.Account;
import org.mswada.application.user.EditAccount;
import org.mswada.application.user.EraseUser;
import org.mswada.application.user.GetAccount;
import org.mswada.application.user.SaveProfile;
import org.mswada.application.user.UserChangeOutcome;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserWriteResult;
import org.mswada.http.auth.Challenge;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.problem.StorageProblems;
import org.mswada.http.routing.EntityTag;
import org.mswada.http.routing.Method;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Request;
import org.mswada.http.routing.Route;

/** The routes under {@code /v1/me}: the account of whoever asks. */
public final class MeRoutes {
    private static final String ME = "/v1/me";
    private static final String PROFILE = ME + "/profile";

    /** Part of the tag: raise it when the same account comes to look different. */
    private static final int REPRESENTATION = 1;

    private final GetAccount getAccount;
    private final EditAccount editAccount;
    private final SaveProfile saveProfile;
    private final EraseUser eraseUser;

    /** Answers from these use cases. */
    public MeRoutes(GetAccount getAccount, EditAccount editAccount, SaveProfile saveProfile, EraseUser eraseUser) {
        this.getAccount = getAccount;
        this.editAccount = editAccount;
        this.saveProfile = saveProfile;
        this.eraseUser = eraseUser;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.signedIn(Method.GET, ME, this::me),
                Route.taking(Method.PATCH, ME, this::edit),
                Route.signedIn(Method.DELETE, ME, this::erase),
                Route.signedIn(Method.GET, PROFILE, this::profile),
                Route.taking(Method.PUT, PROFILE, this::replaceProfile));
    }

    private Reply me(Request request) {
        // Asked for once: a tag of one moment must not be given to what is shown of another.
        User user = account(request).user();
        return Reply.json(MeView.of(request.actor(), user), tag(request, user.version()));
    }

    private Reply edit(Request request) {
        int version = request.expectedVersion(candidate -> tag(request, candidate));
        UnaryOperator<UserDetails> change = MeBodies.details(request.json());
        check(StorageProblems.storing(() -> editAccount.edit(request.actor(), version, change)));
        return me(request);
    }

    private Reply erase(Request request) {
        check(eraseUser.run(request.actor(), request.actor().user()));
        return Reply.done();
    }

    private Reply profile(Request request) {
        Account account = account(request);
        return Reply.json(ProfileView.of(account.profile()), profileTag(request, account.user().version()));
    }

    private Reply replaceProfile(Request request) {
        int version = request.expectedVersion(candidate -> profileTag(request, candidate));
        UserProfile profile = MeBodies.profile(request.json());
        check(StorageProblems.storing(() -> saveProfile.run(request.actor(), version, profile)));
        return profile(request);
    }

    private Account account(Request request) {
        return getAccount.of(request.actor()).orElseThrow(MeRoutes::gone);
    }

    /** The role is part of what is shown, and may be that of the token. */
    private static EntityTag tag(Request request, int version) {
        return EntityTag.ofVersion(REPRESENTATION, request.actor().user().value() + "/" + request.actor().role(),
                version);
    }

    private static EntityTag profileTag(Request request, int version) {
        return EntityTag.ofVersion(REPRESENTATION, request.actor().user().value() + "/profile", version);
    }

    private static void check(UserChangeOutcome outcome) {
        switch (outcome) {
            case UserChangeOutcome.Tried(UserWriteResult.Written _) -> {
                // It is as asked.
            }
            case UserChangeOutcome.Tried(UserWriteResult.Stale _) ->
                throw new ProblemException(ProblemType.PRECONDITION_FAILED,
                        ProblemType.PRECONDITION_FAILED.meaning());
            case UserChangeOutcome.Tried(UserWriteResult.EmailTaken _) ->
                throw ProblemException.of(ProblemType.EMAIL_TAKEN, ProblemType.EMAIL_TAKEN.meaning(),
                        List.of(FieldError.ofMember("/email", "is taken")));
            case UserChangeOutcome.Tried(UserWriteResult.Missing _),UserChangeOutcome.Tried(UserWriteResult.Erased _),UserChangeOutcome.Tried(UserWriteResult.SubjectTaken _) ->
                throw gone();
            case UserChangeOutcome.Forbidden forbidden -> throw Challenge.forbidden(forbidden.needed());
        }
    }

    private static ProblemException gone() {
        return new ProblemException(ProblemType.NOT_FOUND, "Your account was erased meanwhile.");
    }
}

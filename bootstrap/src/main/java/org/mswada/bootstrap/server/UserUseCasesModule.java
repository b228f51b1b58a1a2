package org.mswada.bootstrap.server;

import dagger.Module;
import dagger.Provides;
import org.mswada.application.user.CountUsers;
import org.mswada.application.user.CreateUsers;
import org.mswada.application.user.DeleteUsers;
import org.mswada.application.user.EditAccount;
import org.mswada.application.user.EraseUser;
import org.mswada.application.user.GetAccount;
import org.mswada.application.user.GetUser;
import org.mswada.application.user.ListUsers;
import org.mswada.application.user.LookUpUser;
import org.mswada.application.user.RegisterUser;
import org.mswada.application.user.SaveProfile;
import org.mswada.application.user.SearchUsers;
import org.mswada.application.user.SignIn;
import org.mswada.application.user.SuspendUser;
import org.mswada.application.user.UpdateUser;
import org.mswada.application.user.UpdateUsers;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.UserRepository;

/** The use cases of users. */
@Module
interface UserUseCasesModule {
    @Provides
    static SignIn signIn(UnitOfWork units, UserRepository users, RegisterUser register) {
        return new SignIn(units, users, register);
    }

    @Provides
    static RegisterUser registerUser(UnitOfWork units, UserRepository users, IdSource ids) {
        return new RegisterUser(units, users, ids);
    }

    @Provides
    static GetAccount getAccount(UnitOfWork units, UserRepository users) {
        return new GetAccount(units, users);
    }

    @Provides
    static EditAccount editAccount(UnitOfWork units, UserRepository users) {
        return new EditAccount(units, users);
    }

    @Provides
    static SaveProfile saveProfile(UnitOfWork units, UserRepository users) {
        return new SaveProfile(units, users);
    }

    @Provides
    static EraseUser eraseUser(UnitOfWork units, UserRepository users) {
        return new EraseUser(units, users);
    }

    @Provides
    static GetUser getUser(UnitOfWork units, UserRepository users) {
        return new GetUser(units, users);
    }

    @Provides
    static LookUpUser lookUpUser(UnitOfWork units, UserRepository users) {
        return new LookUpUser(units, users);
    }

    @Provides
    static ListUsers listUsers(UnitOfWork units, UserRepository users) {
        return new ListUsers(units, users);
    }

    @Provides
    static SearchUsers searchUsers(UnitOfWork units, UserRepository users) {
        return new SearchUsers(units, users);
    }

    @Provides
    static CountUsers countUsers(UnitOfWork units, UserRepository users) {
        return new CountUsers(units, users);
    }

    @Provides
    static UpdateUser updateUser(UnitOfWork units, UserRepository users) {
        return new UpdateUser(units, users);
    }

    @Provides
    static SuspendUser suspendUser(UnitOfWork units, UserRepository users) {
        return new SuspendUser(units, users);
    }

    @Provides
    static CreateUsers createUsers(UnitOfWork units, UserRepository users) {
        return new CreateUsers(units, users);
    }

    @Provides
    static UpdateUsers updateUsers(UnitOfWork units, UserRepository users) {
        return new UpdateUsers(units, users);
    }

    @Provides
    static DeleteUsers deleteUsers(UnitOfWork units, UserRepository users) {
        return new DeleteUsers(units, users);
    }
}

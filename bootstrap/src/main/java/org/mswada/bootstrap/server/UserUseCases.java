package org.mswada.bootstrap.server;

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

/** What can be done with users. */
interface UserUseCases {
    SignIn signIn();

    RegisterUser registerUser();

    GetAccount getAccount();

    EditAccount editAccount();

    SaveProfile saveProfile();

    EraseUser eraseUser();

    GetUser getUser();

    LookUpUser lookUpUser();

    ListUsers listUsers();

    SearchUsers searchUsers();

    CountUsers countUsers();

    UpdateUser updateUser();

    SuspendUser suspendUser();

    CreateUsers createUsers();

    UpdateUsers updateUsers();

    DeleteUsers deleteUsers();
}

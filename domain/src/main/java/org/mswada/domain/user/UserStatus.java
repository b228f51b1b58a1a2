package org.mswada.domain.user;

/** Whether a user may act. An erased user never comes back. */
public enum UserStatus {
    ACTIVE, SUSPENDED, ERASED
}

package org.mswada.domain.user;

/** What became of a user who was to be stored or changed. */
public sealed interface UserWriteResult {
    /** They are stored, with this version. */
    record Written(UserId id, int version) implements UserWriteResult {}

    /** Somebody has changed them meanwhile: they have this version now. */
    record Stale(int version) implements UserWriteResult {}

    /** There is no such user. */
    record Missing() implements UserWriteResult {}

    /** They are erased, and an erased user is not changed any more. */
    record Erased() implements UserWriteResult {}

    /** Another user, this one, signs in as this subject, or has this id. */
    record SubjectTaken(UserId by) implements UserWriteResult {}

    /** Another user, this one, has this e-mail address. */
    record EmailTaken(UserId by) implements UserWriteResult {}
}

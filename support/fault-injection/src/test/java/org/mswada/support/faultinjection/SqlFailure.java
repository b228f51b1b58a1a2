package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/**
 * How work on a database failed.
 *
 * @param state the SQLSTATE
 * @param cause the first cause
 */
record SqlFailure(@Nullable String state, Throwable cause) {
    /** The work must fail with a SQLException. */
    static SqlFailure of(ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat((Object) thrown).as("the failure of the work").isInstanceOf(SQLException.class);
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new SqlFailure(((SQLException) thrown).getSQLState(), cause);
    }
}

/** Looks at everything that a person who helps would ask for. Start with {@link org.mswada.bootstrap.doctor.Doctor}. */
@NullMarked
package org.mswada.bootstrap.doctor;

import org.jspecify.annotations.NullMarked;

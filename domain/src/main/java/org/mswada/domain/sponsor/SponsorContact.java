package org.mswada.domain.sponsor;

import org.jspecify.annotations.Nullable;

/**
 * How a sponsor is reached in its office.
 *
 * @param email its e-mail address, where known
 * @param phone its telephone number, where known
 * @param url its page, where known
 */
public record SponsorContact(@Nullable String email, @Nullable String phone, @Nullable String url) {
    /** Nothing is known. */
    public static final SponsorContact NONE = new SponsorContact(null, null, null);

    /** Refuses blank parts. */
    public SponsorContact {
        if ((email != null && email.isBlank()) || (phone != null && phone.isBlank())
                || (url != null && url.isBlank())) {
            throw new IllegalArgumentException("a part of a sponsor's contact is blank: leave it out");
        }
    }
}

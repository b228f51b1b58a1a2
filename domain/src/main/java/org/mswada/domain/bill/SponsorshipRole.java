package org.mswada.domain.bill;

/** In which role a bill is sponsored. */
public enum SponsorshipRole {
    PRIMARY, COSPONSOR, JOINT, BY_REQUEST
}

package org.mswada.domain.bill;

/** Whether it is known who a sponsorship's printed name means. */
public enum LinkState {
    /** It means a sponsor that is stored here. */
    LINKED,
    /** It is a name and no more. */
    NAME_ONLY,
    /** It may mean several sponsors; somebody has to say which. */
    AMBIGUOUS
}

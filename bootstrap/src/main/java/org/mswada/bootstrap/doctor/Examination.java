package org.mswada.bootstrap.doctor;

import java.util.List;

/** Looks at one side of the installation and changes nothing. */
interface Examination {
    /** What it looks at, for when it cannot. */
    String subject();

    /** Looks; what it throws is a finding too. */
    List<Diagnosis> examine() throws Exception;
}

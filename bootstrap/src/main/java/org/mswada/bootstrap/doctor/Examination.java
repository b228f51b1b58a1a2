package org.mswada.bootstrap.doctor;

import java.util.List;

/** Looks at one side of the installation and changes nothing. */
@FunctionalInterface
interface Examination {
    /** Looks; what it throws is a finding too. */
    List<Diagnosis> examine() throws Exception;
}

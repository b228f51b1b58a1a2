package org.mswada.domain.bill;

/** What kind of measure a bill is (Open States: {@code bill_classification}). */
public enum BillClassification {
    BILL, RESOLUTION, JOINT_RESOLUTION, CONCURRENT_RESOLUTION, CONSTITUTIONAL_AMENDMENT, ORDINANCE, PETITION, OTHER
}

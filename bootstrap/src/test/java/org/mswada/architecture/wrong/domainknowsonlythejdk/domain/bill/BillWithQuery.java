package org.mswada.architecture.wrong.domainknowsonlythejdk.domain.bill;

/** A domain class that knows jOOQ. */
final class BillWithQuery {
    org.jooq.Condition condition;
}

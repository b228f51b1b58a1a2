package org.mswada.domain.bill;

/** How one bill relates to another (Open States: {@code relation_type}). */
public enum RelationKind {
    COMPANION, IDENTICAL, PRIOR_SESSION, REPLACES, REPLACED_BY, RELATED
}

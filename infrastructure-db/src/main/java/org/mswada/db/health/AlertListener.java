package org.mswada.db.health;

/** Hears of alerts. It is called outside all locks, must not take long, and may fail without harm. */
public interface AlertListener {
    /** One has begun. */
    void fired(Alert alert);

    /** Somebody has acknowledged one. */
    default void acknowledged(Alert alert) {}

    /** One is over. */
    void cleared(Alert alert);
}

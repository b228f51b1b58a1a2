package org.mswada.db.health;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether one rule has an alert on one subject. For one thread at a time. */
final class AlertState {
    private @Nullable Alert alert;
    /** Since when it is bad without an alert, or well with one. */
    private long turningSinceNanos;
    private boolean isTurning;

    /** Returns what listeners are to be told. */
    Optional<Consumer<AlertListener>> take(Finding finding, long now, Instant at) {
        Alert current = alert;
        if (finding.level() != (current == null ? Finding.Level.BAD : Finding.Level.WELL)) {
            isTurning = false;
            if (current != null && finding.level() == Finding.Level.BAD) {
                alert = new Alert(current.rule(), current.subject(), current.since(), finding.words(),
                        current.acknowledgement());
            }
            return Optional.empty();
        }
        if (!isTurning) {
            isTurning = true;
            turningSinceNanos = now;
        }
        long turningFor = now - turningSinceNanos;
        return current == null ? fire(finding, turningFor, at) : clear(current, turningFor);
    }

    private Optional<Consumer<AlertListener>> fire(Finding finding, long badFor, Instant at) {
        if (badFor < finding.rule().badFor().toNanos()) {
            return Optional.empty();
        }
        Alert begun = new Alert(finding.rule(), finding.subject(), at, finding.words(), null);
        alert = begun;
        isTurning = false;
        return Optional.of(listener -> listener.fired(begun));
    }

    private Optional<Consumer<AlertListener>> clear(Alert current, long wellFor) {
        if (wellFor < AlertRule.WELL_FOR.toNanos()) {
            return Optional.empty();
        }
        alert = null;
        isTurning = false;
        return Optional.of(listener -> listener.cleared(current));
    }

    Optional<Alert> acknowledge(String by, Instant at) {
        Alert current = alert;
        if (current != null) {
            alert = new Alert(current.rule(), current.subject(), current.since(), current.words(),
                    new Alert.Acknowledgement(by, at));
        }
        return Optional.ofNullable(alert);
    }

    @Nullable
    Alert alert() {
        return alert;
    }
}

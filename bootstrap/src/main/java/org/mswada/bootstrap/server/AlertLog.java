package org.mswada.bootstrap.server;

import org.mswada.db.health.Alert;
import org.mswada.db.health.AlertListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each alert to the log, once when it begins and once when it is over. */
final class AlertLog implements AlertListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(AlertLog.class);

    @Override
    public void fired(Alert alert) {
        LOGGER.warn("alert {} of {}: {}", ServerAdministration.label(alert.rule()), alert.subject(), alert.words());
    }

    @Override
    public void acknowledged(Alert alert) {
        if (alert.acknowledgement() != null) {
            LOGGER.info("alert {} of {} was seen by {}", ServerAdministration.label(alert.rule()), alert.subject(),
                    alert.acknowledgement().by());
        }
    }

    @Override
    public void cleared(Alert alert) {
        LOGGER.info("alert {} of {} is over; it began at {}", ServerAdministration.label(alert.rule()),
                alert.subject(), alert.since());
    }
}

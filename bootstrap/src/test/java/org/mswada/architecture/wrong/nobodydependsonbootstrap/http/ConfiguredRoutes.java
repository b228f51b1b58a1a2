package org.mswada.architecture.wrong.nobodydependsonbootstrap.http;

/** A route that reaches for the configuration. */
final class ConfiguredRoutes {
    org.mswada.architecture.wrong.nobodydependsonbootstrap.bootstrap.Settings settings;
}

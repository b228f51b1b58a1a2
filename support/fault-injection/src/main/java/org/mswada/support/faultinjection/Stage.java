package org.mswada.support.faultinjection;

/** How far something has come on its way through the proxy. */
enum Stage {
    NOW, CONNECT, STARTUP, SENT, DELIVERED, ANSWERED
}

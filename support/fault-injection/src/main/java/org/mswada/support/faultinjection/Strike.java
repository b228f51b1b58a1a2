package org.mswada.support.faultinjection;

/**
 * A fault that was decided on for one connection.
 *
 * @param owner who decided; what is healed later is found by it
 * @param fault what goes wrong
 * @param done to be run when it was done
 */
record Strike(Object owner, Fault fault, Runnable done) {}

package org.mswada.support.embeddedpostgres;

/** What a server promises about rows it acknowledged. */
public enum Durability {
    /** PostgreSQL's own promise: an acknowledged commit survives the loss of the server and of the machine. */
    DURABLE,
    /** Nothing survives the loss of the machine, and commits may be lost with the server: for tests of other things. */
    FAST
}

package org.mswada.db.execution;

/**
 * One server and what happens around a unit that runs on it.
 *
 * @param name how it is called in logs and metrics
 * @param chain the policies of the node
 */
record Node(String name, Policy chain) {}

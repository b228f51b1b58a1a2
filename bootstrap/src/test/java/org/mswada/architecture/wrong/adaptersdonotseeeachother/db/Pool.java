package org.mswada.architecture.wrong.adaptersdonotseeeachother.db;

/** Something of the database's. */
public final class Pool {}

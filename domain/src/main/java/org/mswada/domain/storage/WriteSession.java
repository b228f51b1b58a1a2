package org.mswada.domain.storage;

/** Permission to read and write: the only type that write operations of repositories take. */
public interface WriteSession extends ReadSession {}

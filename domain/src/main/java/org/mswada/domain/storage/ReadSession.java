package org.mswada.domain.storage;

/**
 * Permission to read, handed out by {@link UnitOfWork} and passed to repositories. Valid only inside the work it was
 * handed to, on the thread that runs it.
 */
public interface ReadSession {}

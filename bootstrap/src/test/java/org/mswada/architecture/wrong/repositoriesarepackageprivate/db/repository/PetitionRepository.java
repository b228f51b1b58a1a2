package org.mswada.architecture.wrong.repositoriesarepackageprivate.db.repository;

/** A port. */
public interface PetitionRepository {}

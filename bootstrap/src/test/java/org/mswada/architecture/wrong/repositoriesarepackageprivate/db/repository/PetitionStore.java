package org.mswada.architecture.wrong.repositoriesarepackageprivate.db.repository;

/** A repository that everybody can make, whatever it is called. */
public final class PetitionStore implements PetitionRepository {}

package org.mswada.architecture.wrong.repositoriesarepackageprivate.db.repository;

/** A repository that everybody can make. */
public final class JooqPetitionRepository {}

package org.mswada.domain.sponsor;

/**
 * A sponsor that a search found.
 *
 * @param sponsor the sponsor
 * @param score how much of what was searched for its names hold, from 0 to 1
 */
public record SponsorMatch(SponsorOverview sponsor, double score) {}

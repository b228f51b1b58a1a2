package org.mswada.domain.sponsor;

import java.time.Instant;

/**
 * Figures of a sponsor's work, counted from its sponsorships; one that withdrew does not count.
 *
 * @param sponsored bills of which it is a primary sponsor
 * @param cosponsored bills that it supports in any other role
 * @param enacted those of {@code sponsored} that became law
 * @param computedAt when the figures were last found to be others than before
 */
public record SponsorMetrics(int sponsored, int cosponsored, int enacted, Instant computedAt) {}

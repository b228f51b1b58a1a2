package org.mswada.db.alignment;

/**
 * What was looked at, so that "nothing found" says something.
 *
 * @param area what it concerns
 * @param what how much of it, in words
 * @param compared whether it was compared, so that no finding means aligned
 */
public record Examined(Finding.Area area, String what, boolean compared) {}

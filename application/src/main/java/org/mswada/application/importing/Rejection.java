package org.mswada.application.importing;

import org.jspecify.annotations.Nullable;

/**
 * Why something in a source is not stored.
 *
 * @param location where it stands
 * @param reason what is wrong with it; at most some lines, whatever stands there
 * @param remedy what to do
 * @param text what stands there, to be corrected and imported alone; null where it is too long, or no text
 */
public record Rejection(SourceLocation location, String reason, String remedy, @Nullable String text) {}

package org.mswada.http.problem;

/**
 * What is wrong with a parameter of a request.
 *
 * @param parameter its name, in the path or the query
 * @param message what is wrong and what is allowed
 */
public record ParameterError(String parameter, String message) {}

package org.mswada.bootstrap.config;

/**
 * What is wrong with the configuration in one place.
 *
 * @param name the key as it was written
 * @param origin where it was written
 * @param trouble what is wrong with it and what to do; holds no secret
 */
public record Problem(String name, Origin origin, String trouble) {
    @Override
    public String toString() {
        return name + " (" + origin + ") " + trouble;
    }
}

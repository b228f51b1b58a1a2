package org.mswada.domain.user;

/**
 * What became of a wish that not everybody may have fulfilled.
 *
 * @param <T> what there is to tell when it was
 */
public sealed interface Guarded<T> {
    /**
     * It was done.
     *
     * @param result with this result
     */
    record Done<T>(T result) implements Guarded<T> {}

    /**
     * Nothing was done, for who asked may not do this.
     *
     * @param needed what they may not do
     */
    record Forbidden<T>(Permission needed) implements Guarded<T> {}

    /** Returns the result to a caller who acts as somebody who may do this, as a command on the server's machine does. */
    default T done() {
        return switch (this) {
            case Done<T> done -> done.result();
            case Forbidden<T> forbidden -> throw new IllegalStateException("this needs " + forbidden.needed()
                    + ", which whoever asked may not do: ask as an actor whose role may");
        };
    }
}

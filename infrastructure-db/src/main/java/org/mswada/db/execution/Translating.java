package org.mswada.db.execution;

/** Turns errors of the driver into decisions and into what the caller is told. */
final class Translating implements Policy {
    private final Policy delegate;

    Translating(Policy delegate) {
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        try {
            return delegate.run(unit);
        } catch (AttemptFailure failure) {
            throw FailureTranslator.translate(unit, failure);
        }
    }

    @Override
    public String toString() {
        return "Translating -> " + delegate;
    }
}

package org.mswada.db.connection;

/** Tells whoever is to be told now; at first nobody. Safe for use by many threads. */
final class ReplaceablePoolListener implements PoolListener {
    private volatile PoolListener told = PoolListener.NONE;

    /** From now on tells this one, and nobody else. */
    void tell(PoolListener listener) {
        told = listener;
    }

    @Override
    public void unreachable() {
        told.unreachable();
    }

    @Override
    public void connected() {
        told.connected();
    }
}

package org.mswada.db.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * A socket that waits no longer than its limit. The driver knows time-outs in whole seconds and sets them itself, so a
 * limit that is set once before would be undone. When the limit is reached it is closed at once: TLS would wait as long
 * again, to close in good order.
 */
final class LimitedSocket extends Socket {
    /**
     * As a time-out it closes the socket. A connection of the driver shows its socket to nobody, and the one that it has
     * may be one of TLS around this one; a time-out gets through to here, without a lock that a stuck caller may have.
     */
    static final int CLOSE = Integer.MAX_VALUE;

    /** With this as its time-out, the driver only looks whether anything is there. */
    private static final int LOOK_MILLIS = 1;

    private final int limitMillis;
    private final NodeSockets sockets;

    /** One of {@code sockets}; with 0 it has no limit of its own. */
    LimitedSocket(int limitMillis, NodeSockets sockets) {
        this.limitMillis = limitMillis;
        this.sockets = sockets;
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        super.connect(address, limited(timeout));
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        if (timeout != CLOSE) {
            super.setSoTimeout(limited(timeout));
            return;
        }
        try {
            close();
        } catch (IOException e) {
            throw new SocketException("the socket could not be closed", e);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new ClosingInput(super.getInputStream());
    }

    private void closeWhenOver() throws IOException {
        if (!isClosed() && getSoTimeout() != LOOK_MILLIS) {
            close();
        }
    }

    private int limited(int timeout) {
        if (limitMillis == 0) {
            return timeout;
        }
        return timeout == 0 ? limitMillis : Math.min(timeout, limitMillis);
    }

    private int heard(int got) {
        if (got >= 0) {
            sockets.answered();
        }
        return got;
    }

    /** Closes the socket when nothing came in time, and tells when something came. */
    private final class ClosingInput extends FilterInputStream {
        ClosingInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return heard(super.read());
            } catch (SocketTimeoutException e) {
                closeWhenOver();
                throw e;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return heard(super.read(bytes, offset, length));
            } catch (SocketTimeoutException e) {
                closeWhenOver();
                throw e;
            }
        }
    }
}

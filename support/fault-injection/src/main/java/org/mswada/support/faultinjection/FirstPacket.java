package org.mswada.support.faultinjection;

import java.nio.ByteBuffer;

/** What a client wants, by the number in its first packet (manual, section 54.7). */
enum FirstPacket {
    STARTUP, CANCEL, ENCRYPTION;

    private static final int CODE = 4;
    private static final int CANCEL_REQUEST = 80_877_102;
    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_ENCRYPTION_REQUEST = 80_877_104;

    static FirstPacket of(byte[] packet) {
        int code = packet.length < CODE + Integer.BYTES ? 0 : ByteBuffer.wrap(packet).getInt(CODE);
        return switch (code) {
            case CANCEL_REQUEST -> CANCEL;
            case SSL_REQUEST, GSS_ENCRYPTION_REQUEST -> ENCRYPTION;
            default -> STARTUP;
        };
    }
}

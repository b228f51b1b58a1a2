package org.mswada.support.faultinjection;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into packets and messages. An end inside of one counts as the end before it. For one thread. */
final class MessageInput {
    private static final int BUFFER = 65_536;
    private static final int LENGTH = 4;
    private static final int TLS_HANDSHAKE = 0x16;

    private final DataInputStream in;

    MessageInput(InputStream stream) {
        in = new DataInputStream(new BufferedInputStream(stream, BUFFER));
    }

    /** Reads a packet without type, as only a client that has not begun a session sends it. */
    Optional<byte[]> packet() throws IOException {
        return read(0);
    }

    Optional<Message> message() throws IOException {
        return read(1).map(Message::new);
    }

    /** Reads what there is, at least a byte. */
    Optional<byte[]> anything() throws IOException {
        byte[] bytes = new byte[BUFFER];
        int count = in.read(bytes);
        return count < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, count));
    }

    /** Reads until the end. */
    void discardAll() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Reads one byte: the answer to a request for encryption. */
    Optional<byte[]> oneByte() throws IOException {
        int value = in.read();
        return value < 0 ? Optional.empty() : Optional.of(new byte[]{(byte) value});
    }

    /** Tells whether the client begins with TLS at once, without asking (sslnegotiation=direct). */
    boolean beginsWithTls() throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == TLS_HANDSHAKE;
    }

    private Optional<byte[]> read(int typeLength) throws IOException {
        try {
            byte[] head = new byte[typeLength + LENGTH];
            in.readFully(head);
            int length = ByteBuffer.wrap(head).getInt(typeLength);
            if (length < LENGTH) {
                throw new ProtocolException("a PostgreSQL message cannot be " + length + " bytes long; is it one?");
            }
            byte[] message = Arrays.copyOf(head, typeLength + length);
            in.readFully(message, head.length, message.length - head.length);
            return Optional.of(message);
        } catch (EOFException ended) {
            return Optional.empty();
        }
    }
}

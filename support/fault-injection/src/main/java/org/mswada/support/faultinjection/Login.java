package org.mswada.support.faultinjection;

import java.io.EOFException;
import java.io.IOException;

/** What a client says before messages with a type begin (manual, section 54.2.1). */
final class Login {
    private final MessageInput fromClient;
    private final MessageInput fromServer;
    private final Link toServer;
    private final Link toClient;
    private final Conversation conversation;
    private final Tally tally;

    Login(MessageInput fromClient, MessageInput fromServer, Link toServer, Link toClient, Conversation conversation,
            Tally tally) {
        this.fromClient = fromClient;
        this.fromServer = fromServer;
        this.toServer = toServer;
        this.toClient = toClient;
        this.conversation = conversation;
        this.tally = tally;
    }

    /** Passes it on; true when messages follow, false when bytes follow that cannot be read. */
    boolean pass() throws IOException, InterruptedException {
        while (!fromClient.beginsWithTls()) {
            byte[] packet = fromClient.packet().orElseThrow(() -> new EOFException("the client said nothing"));
            switch (FirstPacket.of(packet)) {
                case STARTUP -> {
                    toServer.offer(conversation.startup(packet));
                    return true;
                }
                case CANCEL -> {
                    tally.cancelRequest();
                    toServer.offer(Passage.plain(packet));
                    return false;
                }
                case ENCRYPTION -> {
                    if (isEncrypted(packet)) {
                        return false;
                    }
                }
            }
        }
        return false;
    }

    private boolean isEncrypted(byte[] request) throws IOException, InterruptedException {
        toServer.offer(Passage.plain(request));
        byte[] answer = fromServer.oneByte().orElseThrow(() -> new EOFException("the server said nothing"));
        toClient.offer(Passage.plain(answer));
        return answer[0] != 'N';
    }
}

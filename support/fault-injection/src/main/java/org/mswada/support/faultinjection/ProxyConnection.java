package org.mswada.support.faultinjection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client, one connection to the server, four threads: a reader and a writer for each direction. The thread that
 * serves reads the client, and ends last.
 */
final class ProxyConnection implements LinkOwner {
    private static final Logger LOG = LoggerFactory.getLogger(FaultProxy.class);
    private static final int CONNECT_MILLIS = 5_000;

    private final int number;
    private final Socket client;
    private final Socket server = new Socket();
    private final FaultBook book;
    private final Tally tally;
    private final Conversation conversation;
    private final Link toServer = new Link(Direction.TO_SERVER, this);
    private final Link toClient = new Link(Direction.TO_CLIENT, this);
    private volatile boolean cut;
    private volatile boolean serverWasReset;

    ProxyConnection(int number, Socket client, FaultBook book, Tally tally) {
        this.number = number;
        this.client = client;
        this.book = book;
        this.tally = tally;
        this.conversation = new Conversation(tally);
    }

    /** Serves the client until both sides have ended. */
    void serve(InetSocketAddress address) {
        try {
            List<Strike> strikes = strikesAt(List.of(Event.login(Stage.CONNECT)));
            strikes.forEach(this::apply);
            MessageInput fromClient = new MessageInput(client.getInputStream());
            if (cut || strikes.stream().anyMatch(strike -> strike.fault() instanceof Fault.NeverAnswer)) {
                fromClient.discardAll();
            } else if (connect(address)) {
                relay(fromClient);
            }
        } catch (IOException clientIsGone) {
            LOG.debug("connection {} ended: {}", number, clientIsGone.toString());
        } catch (InterruptedException proxyCloses) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private boolean connect(InetSocketAddress address) {
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            LOG.debug("connection {} is reset because {} cannot be reached: {}", number, address, e.toString());
            Closing.reset(client);
            return false;
        }
    }

    private void relay(MessageInput fromClient) throws IOException, InterruptedException {
        MessageInput fromServer = new MessageInput(server.getInputStream());
        List<Thread> threads = new ArrayList<>();
        threads.add(start(() -> toServer.writeTo(server, server::shutdownOutput)));
        threads.add(start(() -> toClient.writeTo(client, this::endClient)));
        try {
            boolean messages = new Login(fromClient, fromServer, toServer, toClient, conversation, tally).pass();
            threads.add(start(() -> readServer(fromServer, messages)));
            read(fromClient, messages, conversation::fromClient, toServer);
        } finally {
            toServer.clientIsGone();
            toServer.sourceEnded();
            toClient.stop();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static Thread start(Runnable work) {
        return Thread.ofPlatform().daemon().name(Thread.currentThread().getName() + "-", 1).start(work);
    }

    private void readServer(MessageInput fromServer, boolean messages) {
        try {
            read(fromServer, messages, conversation::fromServer, toClient);
        } catch (IOException reset) {
            serverWasReset = true;
        } catch (InterruptedException proxyCloses) {
            Thread.currentThread().interrupt();
        } finally {
            toClient.sourceEnded();
        }
    }

    private static void read(MessageInput input, boolean messages, Function<Message, Passage> meaning, Link link)
            throws IOException, InterruptedException {
        Optional<Passage> next;
        do {
            next = messages ? input.message().map(meaning) : input.anything().map(Passage::plain);
            if (next.isPresent()) {
                link.offer(next.get());
            }
        } while (next.isPresent());
    }

    /** Shows the client the end that the server made. After a cut it has seen an end, and closes its side itself. */
    private void endClient() throws IOException {
        if (serverWasReset) {
            Closing.reset(client);
        } else if (!cut) {
            client.close();
        }
    }

    @Override
    public List<Strike> strikesAt(List<Event> events) {
        return events.isEmpty() ? List.of() : book.strikes(number, events);
    }

    @Override
    public void apply(Strike strike) {
        LOG.debug("connection {}: {}", number, strike.fault());
        if (strike.fault() instanceof Fault.OnLine fault) {
            lay(toServer, Direction.TO_SERVER, strike, fault);
            lay(toClient, Direction.TO_CLIENT, strike, fault);
        }
        // Whoever sees a cut can rely on its being counted; one that comes after some bytes is none before.
        if (!(strike.fault() instanceof Fault.CutAfter)) {
            strike.done().run();
        }
        if (strike.fault() instanceof Fault.Cut fault) {
            cut(strike.owner(), fault);
        }
        if (!book.isAtWork(strike.owner())) {
            heal(strike.owner());
        }
    }

    private static void lay(Link link, Direction direction, Strike strike, Fault.OnLine fault) {
        if (fault.direction().covers(direction)) {
            link.add(strike.owner(), fault, strike.done());
        }
    }

    /** What the server got before is not taken back: its side ends with FIN, for RST would make it drop unread bytes. */
    private void cut(Object owner, Fault.Cut fault) {
        cut = true;
        if (fault.reset()) {
            Closing.reset(client);
        } else {
            Closing.quietly(client::shutdownOutput);
        }
        toClient.stop();
        if (fault.unnoticedByServer()) {
            toServer.add(owner, Fault.swallow(Direction.TO_SERVER), () -> {});
        } else {
            toServer.stop();
        }
    }

    @Override
    public void passes(Direction direction, int bytes, List<Event> delivered) {
        tally.bytes(direction, bytes);
        tally.delivered(delivered);
    }

    @Override
    public Link opposite(Direction direction) {
        return direction == Direction.TO_SERVER ? toClient : toServer;
    }

    void heal(Object owner) {
        toServer.heal(owner);
        toClient.heal(owner);
    }

    /** Ends both sides at once. */
    void close() {
        toServer.stop();
        toClient.stop();
        Closing.quietly(client);
        Closing.quietly(server);
    }
}

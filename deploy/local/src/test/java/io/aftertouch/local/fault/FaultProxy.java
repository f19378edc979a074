package io.aftertouch.local.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between a client and a server on this machine that can be slow, cut, or dead without anybody hearing of it. */
final class FaultProxy implements AutoCloseable {

    private static final int WAITING = 200;
    private static final int PIECE = 16 * 1024;
    private static final Duration WATCH = Duration.ofMillis(20);

    private final ServerSocket socket;
    private final int target;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean dead;

    private record Wire(Socket client, Socket server) {

        /** Resets both ends, as a router does that has forgotten the connection. */
        void cut() {
            reset(client);
            reset(server);
        }

        private static void reset(Socket end) {
            try (end) {
                end.setSoLinger(true, 0);
            } catch (IOException gone) {
                return;
            }
        }
    }

    private FaultProxy(ServerSocket socket, int target) {
        this.socket = socket;
        this.target = target;
    }

    /**
     * Puts itself between clients and a server.
     *
     * @param port where clients connect; 0 for any that is free
     * @param target where the server listens
     */
    static FaultProxy between(int port, int target) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
        FaultProxy proxy = new FaultProxy(socket, target);
        Thread.ofPlatform().daemon().name("fault-proxy").start(proxy::serve);
        return proxy;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Holds back every piece for so long, in each direction. */
    void delay(Duration time) {
        delay = time;
    }

    /** Resets all connections; new ones are welcome. */
    void cut() {
        wires.forEach(Wire::cut);
        wires.clear();
    }

    /** While it is dead, connections stay open, new ones are taken too, and nothing arrives: half-open, as after a cable was pulled. */
    void dead(boolean wished) {
        dead = wished;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Wire wire = new Wire(client, server);
            wires.add(wire);
            Thread.ofVirtual().start(() -> carry(client, server, wire));
            carry(server, client, wire);
        } catch (IOException serverIsAway) {
            Wire.reset(client);
        }
    }

    private void carry(Socket from, Socket to, Wire wire) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                Thread.sleep(delay);
                while (dead) {
                    Thread.sleep(WATCH);
                }
                out.write(piece, 0, length);
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            wire.cut();
            wires.remove(wire);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        dead = false;
        cut();
    }
}

package io.aftertouch.local.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The wire carries what is said, and fails in the way that is asked of it. */
class FaultProxyTest {

    private final ServerSocket echo = openEcho();
    private FaultProxy proxy;
    private Socket client;

    @BeforeEach
    void connected() throws IOException {
        proxy = FaultProxy.between(0, echo.getLocalPort());
        client = connect();
    }

    @AfterEach
    void hungUp() throws IOException {
        client.close();
        proxy.close();
        echo.close();
    }

    @Test
    void itCarriesWhatIsSaid() throws IOException {
        assertThat(echoed(client, 'a')).isEqualTo('a');
    }

    @Test
    void aSlowWireCarriesTheSameLater() throws IOException {
        proxy.delay(Duration.ofMillis(150));
        long from = System.nanoTime();

        assertThat(echoed(client, 'b')).isEqualTo('b');
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aCutIsHeardAndTheNextConnectionIsFine() throws IOException {
        assertThat(echoed(client, 'c')).isEqualTo('c');

        proxy.cut();

        assertThatThrownBy(() -> echoed(client, 'd')).isInstanceOf(IOException.class);
        try (Socket next = connect()) {
            assertThat(echoed(next, 'e')).isEqualTo('e');
        }
    }

    @Test
    void onADeadWireNothingIsHeardUntilItLivesAgain() throws IOException {
        proxy.dead(true);
        client.setSoTimeout(200);
        assertThatThrownBy(() -> echoed(client, 'f')).isInstanceOf(SocketTimeoutException.class);

        proxy.dead(false);
        client.setSoTimeout(20_000);
        assertThat(client.getInputStream().read()).isEqualTo('f');
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static int echoed(Socket socket, int letter) throws IOException {
        socket.getOutputStream().write(letter);
        return socket.getInputStream().read();
    }

    private static ServerSocket openEcho() {
        try {
            ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException cut) {
                        return;
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}

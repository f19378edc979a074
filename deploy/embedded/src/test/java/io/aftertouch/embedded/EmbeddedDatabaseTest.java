package io.aftertouch.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The real server, in a folder with a space in its name. */
class EmbeddedDatabaseTest {

    private static final DatabaseAccount ACCOUNT =
            new DatabaseAccount("nordlys", "0123456789abcdef", List.of("nordlys"));

    private final FreePorts ports = new FreePorts(new SecureRandom());

    @TempDir
    Path place;

    private EmbeddedDatabase database;

    private EmbeddedDatabase.Settings settings(int port) {
        Path programs =
                Path.of("").toAbsolutePath().resolve("../../target/mariadb").normalize();
        return new EmbeddedDatabase.Settings(
                programs, place.resolve("a database"), place.resolve("logs/database.log"), port, "32M", List.of());
    }

    @AfterEach
    void stop() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void itIsMadeOnceAndKeepsWhatItHas() throws IOException {
        EmbeddedDatabase.Settings settings = settings(ports.next());
        database = EmbeddedDatabase.start(settings, List.of(ACCOUNT));
        assertThat(settings.data().resolve("nordlys")).isDirectory();
        assertThat(settings.accounts()).as("the passwords").doesNotExist();
        database.close();
        Path row = Files.writeString(settings.data().resolve("nordlys/kept"), "");

        database = EmbeddedDatabase.start(settings(ports.next()), List.of(ACCOUNT));

        assertThat(row).exists();
        assertThat(Files.readString(settings.log()))
                .contains("ready for connections")
                .doesNotContain("[ERROR]");
    }

    @Test
    void oneThatAKilledLauncherLeftBehindIsReplaced() {
        database = EmbeddedDatabase.start(settings(ports.next()), List.of(ACCOUNT));
        long orphan = database.process().pid();

        database = EmbeddedDatabase.start(settings(ports.next()), List.of(ACCOUNT));

        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(database.process().isAlive()).isTrue();
    }

    @Test
    void aPortInUseIsSaidWithTheLastWordsOfTheServer() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            EmbeddedDatabase.Settings settings = settings(other.getLocalPort());

            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(settings, List.of(ACCOUNT)))
                    .withMessageContaining("Address already in use");
        }
    }
}

package io.aftertouch.local.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.aftertouch.embedded.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void theyAreDrawnOnceAndOnlyTheOwnerCanReadThem() throws Exception {
        Path file = folder.resolve("secrets.json");
        Secrets first = Secrets.keptIn(file);

        assertThat(Secrets.keptIn(file)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anOlderInstallationGetsTheKeyThatItLacksAndKeepsTheOthers() throws Exception {
        Path file = folder.resolve("secrets.json");
        Secrets drawn = Secrets.keptIn(file);
        Files.writeString(
                file, Files.readString(file).replace("\"respondentKey\":\"" + drawn.respondentKey() + "\",", ""));

        Secrets kept = Secrets.keptIn(file);

        assertThat(kept.respondentKey()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(drawn.respondentKey());
        assertThat(kept.tokenKey()).isEqualTo(drawn.tokenKey());
        assertThat(Secrets.keptIn(file)).isEqualTo(kept);
    }

    @Test
    void anEmptySecretIsNamedAndNotPassedOn() throws Exception {
        Path file = folder.resolve("secrets.json");
        Secrets drawn = Secrets.keptIn(file);
        Files.writeString(file, Files.readString(file).replace(drawn.sessionKey(), " "));

        assertThatThrownBy(() -> Secrets.keptIn(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("sessionKey");
    }

    @Test
    void theyHaveTheFormThatTheServicesAskFor() {
        Secrets secrets = Secrets.drawn(new java.security.SecureRandom());

        assertThat(secrets.apiKey()).matches("atk_[a-z0-9]{12}_[A-Za-z0-9_-]{43}");
        assertThat(secrets.tokenKey()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(secrets.sessionKey()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(secrets.adminPassword()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    }
}

package io.aftertouch.platform.access;

import java.time.Clock;
import java.util.List;

import io.aftertouch.platform.testing.intruder.OddTexts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is sent as a token of a service opens nothing, unless it is one. */
class OddCredentialsTest {

    @Test
    void tokensOfServices() {
        ServiceTokens tokens = new ServiceTokens("a-session-key-that-is-long-enough", Clock.systemUTC());
        String good = tokens.issue("score-service");

        OddTexts.feed(text -> assertThat(tokens.read(text).isPresent()).isEqualTo(text.equals(good)), List.of(good));
    }

    @Test
    void linesOfTheUsersFile() {
        OddTexts.feed(UsersFile::parse, List.of("mette=$2a$04$abc;admin, support"));
    }

    @Test
    void paths() {
        OddTexts.feed(RequestGuard::isTrick, List.of("/api/v1/touchpoints?q=a//b", "/s/AbCdEfGhIjKlMnOpQrStUv"));
    }
}

package io.aftertouch.platform.secret;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretSettingTest {

    private static final SecretSetting KEY = SecretSetting.key("aftertouch.session-key");

    private static Optional<String> flaw(SecretSetting secret, Map<String, String> settings) {
        return secret.flaw(name -> Optional.ofNullable(settings.get(name)));
    }

    @Test
    void aDrawnKeyIsOne() {
        assertThat(flaw(KEY, Map.of(KEY.name(), "5v0Jt5r8Hq1x+Uo0eZk3Wb7cY2dN9aLsPfGmTiQwXhE=")))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamedWithTheVariableThatSetsIt() {
        assertThat(flaw(KEY, Map.of())).hasValueSatisfying(flaw -> assertThat(flaw)
                .contains("aftertouch.session-key is missing or empty", "AFTERTOUCH_SESSION_KEY", "openssl"));
        assertThat(flaw(KEY, Map.of(KEY.name(), "   "))).isPresent();
        assertThat(flaw(SecretSetting.optionalKey("aftertouch.reference-key"), Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "a-key-for-tests-that-is-long-enough",
                "change-me-change-me-change-me-change-me",
                "This is my super secret key 2026, ok?",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "1234567890abcdefghijklmnopqrstuvwxyz"
            })
    void whatEverybodyKnowsIsNoKey(String value) {
        assertThat(flaw(KEY, Map.of(KEY.name(), value)))
                .hasValueSatisfying(flaw ->
                        assertThat(flaw).contains("aftertouch.session-key").doesNotContain(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aftertouch", "aftertouch_survey", "root", "Passw0rd", "ChangeMe!"})
    void aPasswordMayBeShortAndNotKnown(String known) {
        SecretSetting password = SecretSetting.password("quarkus.datasource.password");
        assertThat(flaw(password, Map.of(password.name(), "tuk7-wenp"))).isEmpty();
        assertThat(flaw(password, Map.of(password.name(), known)))
                .contains(
                        "quarkus.datasource.password has a value that everybody knows: set QUARKUS_DATASOURCE_PASSWORD to a secret of yours.");
    }

    @Test
    void thePasswordOfAnotherSystemIsNeededOnceThatOneIsUsed() {
        SecretSetting client = SecretSetting.passwordOf("aftertouch.oidc.issuer", "aftertouch.oidc.client-secret");
        assertThat(flaw(client, Map.of())).isEmpty();
        assertThat(flaw(client, Map.of("aftertouch.oidc.issuer", ""))).isEmpty();
        assertThat(flaw(client, Map.of("aftertouch.oidc.issuer", "https://id.example")))
                .isPresent();
    }
}

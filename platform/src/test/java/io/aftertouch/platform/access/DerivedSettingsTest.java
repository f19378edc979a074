package io.aftertouch.platform.access;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DerivedSettingsTest {

    @Test
    void behindTlsTheSessionIsBoundToTheHost() {
        assertThat(DerivedSettings.settings("https://feedback.example", true))
                .containsEntry("quarkus.http.auth.form.cookie-name", "__Host-aftertouch")
                .containsEntry("quarkus.oidc.authentication.cookie-force-secure", "true")
                .containsEntry("quarkus.oidc.tenant-enabled", "true");
    }

    @Test
    void withoutTlsBrowsersWouldRefuseSuchACookie() {
        assertThat(DerivedSettings.settings("http://localhost:8080", false))
                .doesNotContainKey("quarkus.http.auth.form.cookie-name")
                .containsEntry("quarkus.oidc.tenant-enabled", "false");
    }
}

package io.aftertouch.local.journey;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Colleagues and programs of a company with a Keycloak come in through it, beside the users and keys of the installation. {@code deploy/test --oidc} runs it:
 * Keycloak takes longer to start than all other journeys may.
 */
class KeycloakJourney {

    private static Keycloak keycloak;
    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        keycloak = Keycloak.starting(
                Path.of(System.getProperty("aftertouch.keycloak")), Path.of("target", "keycloak-log"));
        suite = RunningSuite.started(
                "keycloak-journey",
                Map.of(
                        "AFTERTOUCH_OIDC_ISSUER", keycloak.issuer(),
                        "AFTERTOUCH_OIDC_CLIENT_SECRET", keycloak.clientSecret(),
                        "AFTERTOUCH_OIDC_NAME", "Nordlys",
                        "AFTERTOUCH_OIDC_ROLES_CLAIM", "roles",
                        "AFTERTOUCH_OIDC_ROLES_ADMIN", "cx-admin",
                        "AFTERTOUCH_OIDC_ROLES_SUPPORT", "cx-desk"));
        keycloak.awaited();
    }

    @AfterAll
    static void stop() {
        suite.stop();
        keycloak.close();
    }

    @Test
    void aColleagueSignsInOnceForAllServicesAndSignsOutOfBoth() {
        try (Visitor colleague = Visitor.arrives()) {
            Page page = signIn(colleague, "mette");

            for (String path : List.of("/", "/inbox", "/surveys", "/settings")) {
                page.navigate(suite.url() + path);
                assertThat(page.locator("form.who").textContent()).as(path).contains("mette", "admin");
            }

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            // it comes back with what it was given to recognize us by
            page.waitForURL(Pattern.compile(Pattern.quote(suite.url() + "/signin") + "(\\?.*)?"));
            page.navigate(suite.url() + "/inbox");
            page.waitForURL(suite.url() + "/signin");
            page.getByText("Sign in with Nordlys").click();
            // the session at Keycloak is over too: it asks again
            page.locator("#username").waitFor();
            colleague.assertNothingWentWrong();
        }
    }

    @Test
    void aRoleAllowsWhatItAllowsToUsersOfTheInstallation() {
        try (Visitor colleague = Visitor.arrives()) {
            Page page = signIn(colleague, "jonas");
            page.navigate(suite.url() + "/inbox");
            assertThat(page.locator("form.who").textContent()).contains("jonas", "support");
            assertThat(page.navigate(suite.url() + "/settings/parked-messages").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoIsAUserOfTheInstallationStillGetsIn() {
        try (Visitor administrator = Visitor.arrives()) {
            Page page = administrator.signInTo(suite, "/surveys");
            assertThat(page.locator("form.who").textContent()).contains(suite.credential("user"));
            administrator.assertNothingWentWrong();
        }
    }

    @Test
    void aProgramComesWithATokenOrAKey() {
        Site keys = suite.site();
        Site tokens = new Site(suite.url(), keycloak.tokenOf("crm"));
        for (String path : List.of("/api/v1/scores?metric=NPS", "/api/v1/review-cases", "/api/v1/surveys")) {
            assertThat(keys.send("GET", path, null).status()).as(path).isEqualTo(200);
            assertThat(tokens.send("GET", path, null).status()).as(path).isEqualTo(200);
        }
        assertThat(tokens.send("GET", "/api/v1/api-keys", null).status()).isEqualTo(403);
        assertThat(new Site(suite.url(), keycloak.tokenOf("crm") + "x")
                        .send("GET", "/api/v1/surveys", null)
                        .status())
                .isEqualTo(401);
    }

    private static Page signIn(Visitor colleague, String name) {
        Page page = colleague.open(suite.url() + "/inbox");
        page.getByText("Sign in with Nordlys").click();
        page.locator("#username").fill(name);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(suite.url()) + "/.*"));
        return page;
    }
}

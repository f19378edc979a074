package io.aftertouch.platform.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructureTest
class AccessTest {

    @ConfigProperty(name = "aftertouch.users-file")
    Path usersFile;

    @Inject
    ApiKeys keys;

    @BeforeEach
    void peopleAreThere() throws IOException {
        write(
                "mette=" + BcryptUtil.bcryptHash("right", 4) + ";editor",
                "jonas=" + BcryptUtil.bcryptHash("right", 4) + ";support");
    }

    @Test
    void aKeyOpensWhatItsScopesSay() {
        String reader = TestKeys.withScopes(Scopes.RESPONSES_READ);
        given().auth().oauth2(reader).get("/api/v1/notes").then().statusCode(200);
        given().header("X-Api-Key", reader).get("/api/v1/notes").then().statusCode(200);
        given().auth()
                .oauth2(reader)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"a\"}")
                .post("/api/v1/notes")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        given().auth()
                .oauth2(TestKeys.withScopes(Scopes.ADMIN))
                .get("/api/v1/notes")
                .then()
                .statusCode(200);
    }

    @Test
    void withoutAValidKeyItIsA401() {
        given().get("/api/v1/notes")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("/problems/unauthorized"));
        for (String key : new String[] {
            TestKeys.expired(), TestKeys.revoked(), "atk_abcdefgh_" + "x".repeat(43), "atk_", "nonsense"
        }) {
            given().auth()
                    .oauth2(key)
                    .get("/api/v1/notes")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void aKeyWithoutScopesOpensNothingAndNoKeyPassesForAService() {
        for (String key : new String[] {TestKeys.withScopes(), TestKeys.withScopes(Scopes.SERVICES, "nothing")}) {
            given().auth()
                    .oauth2(key)
                    .get("/api/v1/notes")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"));
        }
        assertThat(Scopes.implied(Set.of(Scopes.SERVICES, Scopes.SCORES_READ))).containsExactly(Scopes.SCORES_READ);
    }

    @Test
    void anEndpointThatNobodyAnnotatedIsDenied() {
        given().auth()
                .oauth2(TestKeys.allScopes())
                .get("/api/v1/forgotten")
                .then()
                .statusCode(403);
    }

    @Test
    void aKeyMadeElsewhereWorksHereAndAKeyRevokedElsewhereDoesNot() {
        ApiKeySecret secret = ApiKeySecret.random(new java.security.SecureRandom());
        publish(new ApiKey(secret.id(), "shop", secret.hash(), Scopes.ALL, null, null));
        Awaitility.await()
                .until(() -> given().auth()
                                .oauth2(secret.text())
                                .get("/api/v1/notes")
                                .statusCode()
                        == 200);
        publish(new ApiKey(secret.id(), "shop", secret.hash(), Scopes.ALL, null, Instant.now()));
        Awaitility.await()
                .until(() -> given().auth()
                                .oauth2(secret.text())
                                .get("/api/v1/notes")
                                .statusCode()
                        == 401);
    }

    @Test
    void peopleSignInAndSeeWhatTheirRoleAllows() {
        given().redirects()
                .follow(false)
                .get("/notes")
                .then()
                .statusCode(302)
                .header("Location", containsString("/signin"));
        given().get("/signin").then().statusCode(200).body(containsString("j_username"));
        given().cookie("quarkus-credential", signIn("mette", "right"))
                .get("/notes")
                .then()
                .statusCode(200)
                .body(equalTo("<p>mette</p>"));
        given().cookie("quarkus-credential", signIn("jonas", "right"))
                .get("/notes")
                .then()
                .statusCode(403);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLeadBackToTheForm() {
        for (String name : new String[] {"mette", "nobody"}) {
            given().redirects()
                    .follow(false)
                    .formParam("j_username", name)
                    .formParam("j_password", "wrong")
                    .post("/j_security_check")
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("/signin?failed=true"));
        }
    }

    @Test
    void whoGuessesPasswordsIsNotHeardForAWhileAndNobodyElseSuffers() {
        String guessing = guessedAsOftenAsAllowed(50);
        assertThat(whereTo(guessing, "right")).contains("failed=true");
        assertThat(whereTo("203.0.113.49", "right")).doesNotContain("failed");
    }

    /** One guess more is allowed every three seconds: a machine that needs longer than that for all of them tries from another address. */
    private static String guessedAsOftenAsAllowed(int lastNumber) {
        String address = "203.0.113." + lastNumber;
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(whereTo(address, "wrong")).contains("failed=true");
        }
        boolean inTime = System.nanoTime() - begun < Duration.ofSeconds(2).toNanos();
        return inTime ? address : guessedAsOftenAsAllowed(lastNumber + 1);
    }

    /** Where mette is led who tries a password from an address. */
    private static String whereTo(String address, String password) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-For", address)
                .formParam("j_username", "mette")
                .formParam("j_password", password)
                .post("/j_security_check")
                .header("Location");
    }

    @Test
    void whoIsTakenOutOfTheFileIsSignedOut() throws IOException {
        String session = signIn("mette", "right");
        write("jonas=" + BcryptUtil.bcryptHash("right", 4) + ";support");
        given().redirects()
                .follow(false)
                .cookie("quarkus-credential", session)
                .get("/notes")
                .then()
                .statusCode(302);
    }

    @Test
    void signingOutTakesTheCookieAway() {
        given().redirects()
                .follow(false)
                .cookie("quarkus-credential", signIn("mette", "right"))
                .header("Sec-Fetch-Site", "same-origin")
                .post("/signout")
                .then()
                .statusCode(303)
                .cookie("quarkus-credential", "");
    }

    @Test
    void anotherSiteCannotUseTheSession() {
        String session = signIn("mette", "right");
        given().cookie("quarkus-credential", session)
                .header("Origin", "https://evil.example")
                .post("/notes")
                .then()
                .statusCode(403);
        given().cookie("quarkus-credential", session)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/notes")
                .then()
                .statusCode(403);
        given().cookie("quarkus-credential", session).post("/notes").then().statusCode(403);
        given().cookie("quarkus-credential", session)
                .header("Origin", "http://localhost:8080")
                .post("/notes")
                .then()
                .statusCode(200);
        given().cookie("quarkus-credential", session)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/notes")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/notes;a", "/notes%3Ba", "/x/%2e%2e/notes", "/notes%2F", "/notes%5C", "/notes%00", "/%6Eotes"})
    void pathTricksAreRefusedBeforeAnythingLooksAtThem(String path) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(400);
    }

    @Test
    void theQueryMayHoldWhatThePathMayNot() {
        assertThat(RequestGuard.isTrick("//notes")).isTrue();
        assertThat(RequestGuard.isTrick("/notes/..")).isTrue();
        assertThat(RequestGuard.isTrick("/notes?q=a//b;c%2F")).isFalse();
        assertThat(RequestGuard.isTrick("/api/v1/touchpoints/support.ticket-closed"))
                .isFalse();
    }

    @Test
    void anAddressThatIsTooLongIsAProblemAndNotABareStatus() {
        given().get("/api/v1/notes?q=" + "x".repeat(9_000))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/uri-too-long"));
    }

    @Test
    void aRoleThatIsWrittenTwiceIsOne() {
        assertThat(UsersFile.parse("mette=$2a$04$abc;admin,admin"))
                .hasValueSatisfying(user -> assertThat(user.roles()).containsExactly("admin"));
    }

    @Test
    void aLineOfTheUsersFileIsNameBcryptRoles() {
        assertThat(UsersFile.parse("mette=$2a$04$abc;admin, support"))
                .hasValueSatisfying(user -> assertThat(user.roles()).containsExactlyInAnyOrder("admin", "support"));
        assertThat(UsersFile.parse("mette=plain;admin")).isEmpty();
        assertThat(UsersFile.parse("=;")).isEmpty();
        assertThat(UsersFile.parse("mette")).isEmpty();
    }

    private static void publish(ApiKey key) {
        try {
            String json = new com.fasterxml.jackson.databind.ObjectMapper()
                    .findAndRegisterModules()
                    .writeValueAsString(ApiKeySaved.of(key));
            Topics.publish("api-keys", key.id(), new io.aftertouch.platform.id.Ids().next(), ApiKeySaved.TYPE, json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signIn(String name, String password) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .extract()
                .cookie("quarkus-credential");
    }

    private int version;

    private void write(String... lines) throws IOException {
        Files.createDirectories(usersFile.toAbsolutePath().getParent());
        Files.write(usersFile, java.util.List.of(lines));
        Files.setLastModifiedTime(usersFile, FileTime.from(Instant.now().plusSeconds(++version)));
    }
}

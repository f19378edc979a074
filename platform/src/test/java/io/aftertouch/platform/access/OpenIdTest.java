package io.aftertouch.platform.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** Signing in through an OpenID provider, beside users of the installation itself and API keys. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(value = OpenIdServer.class, scope = TestResourceScope.GLOBAL)
class OpenIdTest {

    private static final List<String> TEAM = List.of("cx-team");

    @Test
    void theSignInAsksWhichWay() {
        follow("/notes").then().statusCode(302).header("Location", endsWith("/signin"));
        follow("/signin")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("form-action 'self' http://localhost:"))
                .body(allOf(
                        containsString("href=\"/signin/openid\""),
                        containsString("Sign in with Nordlys"),
                        containsString("j_username")));
    }

    @Test
    void whoIsKnownAtTheProviderIsSignedInWithTheRolesOfTheTeamAndSignsOutOfBoth() {
        Map<String, String> session = signedIn();

        given().cookies(session).get("/notes").then().statusCode(200).body(equalTo("<p>freja</p>"));
        given().cookies(session)
                .header("Origin", "https://evil.example")
                .post("/notes")
                .then()
                .statusCode(403);
        given().redirects()
                .follow(false)
                .cookies(session)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/signout")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/signout/openid"));
        Response out = follow(given().cookies(session), "/signout/openid");
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.header("Location")).contains("/end?", "id_token_hint=", "post_logout_redirect_uri=");
        assertThat(out.cookie("q_session")).isEmpty();
    }

    @Test
    void theSessionIsOutOfReachOfScriptsAndForeignSites() {
        Response start = follow("/signin/openid");
        Response back = follow(given().cookies(start.cookies()), atProvider(start));
        assertThat(back.headers().getValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("q_session") && !cookie.contains("Max-Age=0"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HTTPOnly", "SameSite=Lax", "Path=/"))
                .noneMatch(cookie -> cookie.contains("eyJhbGciOiJSUzI1NiJ9."));
    }

    @Test
    void aBearerTokenOfTheProviderOpensTheApi() {
        note(OpenIdServer.signed(OpenIdServer.claims("aftertouch", TEAM)))
                .then()
                .statusCode(200);
        note(OpenIdServer.signed(OpenIdServer.claims("aftertouch", List.of("catering"))))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        note(TestKeys.allScopes()).then().statusCode(200);
    }

    @Test
    void theProvidersOwnNameOfARoleOfOursCountsOnlyWhereNothingElseWasSaid() {
        note(OpenIdServer.signed(OpenIdServer.claims("aftertouch", List.of("editor"))))
                .then()
                .statusCode(403);
        note(OpenIdServer.signed(OpenIdServer.claims("aftertouch", List.of("support"))))
                .then()
                .statusCode(200);
    }

    @Test
    void aProgramGetsWhatTheScopesOfItsTokenSayAndNoMore() {
        JwtClaims reader = OpenIdServer.claims("aftertouch", List.of());
        reader.setClaim("scope", "openid responses:read services");
        note(OpenIdServer.signed(reader)).then().statusCode(200);
        given().auth()
                .oauth2(OpenIdServer.signed(reader))
                .contentType(ContentType.JSON)
                .body("{\"text\":\"a\"}")
                .post("/api/v1/notes")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenForSomebodyElseOrBySomebodyElseOrOfYesterdayOpensNothing() {
        JwtClaims old = OpenIdServer.claims("aftertouch", TEAM);
        old.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 3_600));
        for (String token : List.of(
                OpenIdServer.signed(OpenIdServer.claims("another-program", TEAM)),
                OpenIdServer.signedBySomebodyElse(OpenIdServer.claims("aftertouch", TEAM)),
                OpenIdServer.signed(old))) {
            note(token)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unauthorized"));
        }
    }

    private static Map<String, String> signedIn() {
        Response start = follow("/signin/openid");
        start.then()
                .statusCode(302)
                .header(
                        "Location",
                        allOf(
                                containsString("/authorize?"),
                                containsString("code_challenge="),
                                containsString("nonce="),
                                containsString("%2Fsignin%2Fopenid")));
        Response back = follow(given().cookies(start.cookies()), atProvider(start));
        back.then().statusCode(302).header("Location", startsWith("http"));
        Map<String, String> session = new HashMap<>(back.cookies());
        session.values().removeIf(String::isEmpty);
        return session;
    }

    /** Where the provider sends the browser back to. */
    private static String atProvider(Response start) {
        String location = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(start.header("Location"))
                .header("Location");
        return location.substring(location.indexOf("/signin/openid"));
    }

    private static Response note(String token) {
        return given().auth().oauth2(token).get("/api/v1/notes");
    }

    private static Response follow(String path) {
        return follow(given(), path);
    }

    private static Response follow(RequestSpecification request, String path) {
        return request.redirects().follow(false).urlEncodingEnabled(false).get(path);
    }
}

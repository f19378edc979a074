package io.aftertouch.survey.mail;

import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.survey.Language;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** The e-mail of a survey can be looked at and tried out before anybody gets it. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class SpecimenPagesTest {

    private final Installation shop = new Installation();

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachLanguageIsShownInAFrameThatRunsNothing(Language language) {
        String survey = shop.publishedSurvey("NPS");

        String page = reading("config:read")
                .get("/surveys/" + survey + "/mail?language=" + language.tag())
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-src 'self'"))
                .extract()
                .asString();
        String frame = reading("config:read")
                .get("/surveys/" + survey + "/mail/frame?language=" + language.tag())
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", equalTo(MailFrame.POLICY))
                .extract()
                .asString();

        assertThat(page).contains("iframe", "sandbox", "Nordlys").doesNotContain("Send the test");
        assertThat(frame).contains("lang=\"" + language.tag() + "\"", "/surveys/" + survey + "/mail?score=10");
    }

    @Test
    void lightAndDarkAreShownWhateverTheBrowserPrefers() {
        String survey = shop.publishedSurvey("CSAT");
        String path = "/surveys/" + survey + "/mail/frame?scheme=";

        assertThat(reading("config:read").get(path + "DARK").asString()).contains("@media all {");
        assertThat(reading("config:read").get(path + "LIGHT").asString())
                .contains("@media not all {")
                .doesNotContain("prefers-color-scheme: dark");
        assertThat(reading("config:read").get(path + "PURPLE").asString()).contains("@media not all {");
    }

    @Test
    void aSurveyThatIsNotPublishedYetIsShownAsItWouldBe() {
        String survey = fresh("survey");
        shop.post("/api/v1/surveys", Map.of("key", survey, "metric", "NPS", "subject", "Nordlys"))
                .statusCode(201);

        reading("config:read")
                .get("/surveys/" + survey + "/mail?kind=REMINDER")
                .then()
                .statusCode(200)
                .body(containsString("A reminder: one question from Nordlys"));
        reading("config:read").get("/surveys/" + fresh("none") + "/mail").then().statusCode(404);
        reading("config:read")
                .get("/surveys/" + fresh("none") + "/mail/frame")
                .then()
                .statusCode(404);
    }

    @Test
    void aTrialArrivesMarkedAsOneAndLeadsNowhereElse() throws MessagingException {
        String survey = shop.publishedSurvey("NPS");
        String address = fresh("editor") + "@example.com";

        trial(survey, address).then().statusCode(200).body(containsString("on its way to " + address));

        MimeMessage mail = Mailbox.mailTo(address);
        assertThat(mail.getSubject()).isEqualTo("[Test] Hvordan gik det? Ét spørgsmål fra Nordlys");
        assertThat(Mailbox.header(mail, "Message-ID")).matches("<test-[0-9a-f-]+@localhost>");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(Mailbox.part(mail, "text/plain"))
                .contains("http://localhost:8080/surveys/" + survey + "/mail?score=9")
                .doesNotContain("/s/", "/u/");
        shop.get("/api/v1/invitations?survey=" + survey).body("items.size()", equalTo(0));
    }

    @Test
    void aTrialNeedsAnAddressAndAnEditorAndIsNoWayToWriteToMany() {
        String survey = shop.publishedSurvey("NPS");
        trial(survey, "no address").then().statusCode(422).body(containsString("must be one plain e-mail address"));
        trial(survey, "a@example.com\r\nBcc: b@example.com").then().statusCode(422);
        reading("config:read")
                .contentType("application/x-www-form-urlencoded")
                .formParam("to", "x@example.com")
                .post("/surveys/" + survey + "/mail/trial")
                .then()
                .statusCode(403);

        RequestSpecification editor = writing(TestKeys.withScopes("config:read", "config:write"));
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            int status = given().spec(editor)
                    .formParam("to", fresh("many") + "@example.com")
                    .post("/surveys/" + survey + "/mail/trial")
                    .statusCode();
            refused += status == 422 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(2);
    }

    private static RequestSpecification reading(String scope) {
        return given().header("Authorization", "Bearer " + TestKeys.withScopes(scope))
                .accept("text/html");
    }

    private static RequestSpecification writing(String key) {
        return given().header("Authorization", "Bearer " + key)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .formParam("language", "da");
    }

    private static io.restassured.response.Response trial(String survey, String to) {
        return writing(TestKeys.withScopes("config:read", "config:write"))
                .formParam("to", to)
                .post("/surveys/" + survey + "/mail/trial");
    }
}

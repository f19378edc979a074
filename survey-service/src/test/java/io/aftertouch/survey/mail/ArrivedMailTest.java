package io.aftertouch.survey.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.brand.Pictures;
import io.aftertouch.survey.survey.Language;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The e-mail as it arrives over SMTP, in each language and under each country's sending rule. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ArrivedMailTest {

    private final Installation shop = new Installation();

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itAsksInTheLanguageOfThePersonAndNeedsNothingFromElsewhere(Language language) {
        String survey = shop.publishedSurvey("CES");
        String question = shop.get("/api/v1/surveys/" + survey + "/versions/1")
                .extract()
                .path("texts." + language.tag() + ".question");

        MimeMessage mail = mail(asking(survey), Map.of("locale", language.tag()), Map.of());

        String text = Mailbox.part(mail, "text/plain");
        String html = Mailbox.part(mail, "text/html");
        assertThat(text.replaceAll("\\s+", " ")).contains(question);
        assertThat(html)
                .contains("lang=\"" + language.tag() + "\"", question)
                .contains("@media (prefers-color-scheme: dark)", "max-width:600px")
                .doesNotContain("src=\"http", "<script", "<link", "url(");
        String link = text.replaceFirst("(?s).*?(http://localhost:8080/s/[A-Za-z0-9_-]{22}).*", "$1");
        for (int score = 1; score <= 7; score++) {
            assertThat(html).contains("href=\"" + link + "?score=" + score + "\"");
        }
        assertThat(html)
                .as("a link that only programs follow")
                .containsPattern("aria-hidden=\"true\"[^>]*display:none[^>]*><a href=\"" + link);
        assertThat(Mailbox.header(mail, "List-Unsubscribe")).isEqualTo("<" + link.replace("/s/", "/u/") + ">");
    }

    @Test
    void aNeutralMailHasNoLogoThoughTheSurveyHasOne() throws Exception {
        String survey = shop.publishedSurvey("CSAT");
        given().header("Authorization", "Bearer " + TestKeys.allScopes())
                .header("If-Match", "\"0\"")
                .contentType("image/png")
                .body(Pictures.logo("png", 96, 40))
                .put("/api/v1/surveys/" + survey + "/brand/logo")
                .then()
                .statusCode(200);
        shop.post("/api/v1/surveys/" + survey + "/publication", Map.of()).statusCode(201);
        String touchpoint = asking(survey);

        assertThat(raw(mail(touchpoint, Map.of("country", "SE"), Map.of())))
                .contains("Content-ID: <logo>", "cid:logo", "image/png");
        assertThat(raw(mail(touchpoint, Map.of("country", "DK"), Map.of())))
                .doesNotContain("Content-ID: <logo>", "cid:logo", "image/");
    }

    @Test
    void itsLinksLeadToTheConfiguredAddressWhoeverIsSaidToBeAsked() {
        MimeMessage mail = mail(
                asking(shop.publishedSurvey("NPS")),
                Map.of(),
                Map.of("Host", "evil.example", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https"));

        assertThat(Mailbox.part(mail, "text/plain") + Mailbox.part(mail, "text/html"))
                .contains("http://localhost:8080/s/")
                .doesNotContain("evil.example");
    }

    private String asking(String survey) {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, survey);
        return touchpoint;
    }

    private MimeMessage mail(String touchpoint, Map<String, String> person, Map<String, String> headers) {
        String ref = fresh("r");
        Map<String, Object> respondent =
                new HashMap<>(Map.of("ref", ref, "email", ref + "@example.com", "locale", "en"));
        respondent.putAll(person);
        shop.as()
                .headers(headers)
                .body(event(touchpoint, ref, Map.of("respondent", respondent)))
                .post("/api/v1/events")
                .then()
                .statusCode(202);
        return Mailbox.mailTo(ref + "@example.com");
    }

    private static String raw(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}

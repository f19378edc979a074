package io.aftertouch.feedback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import jakarta.enterprise.inject.spi.CDI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.SurveyRef;
import io.aftertouch.feedback.catalog.Token;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;

import static org.awaitility.Awaitility.await;

/** A company that asks: what survey-service would announce of it, told on the real topics and waited for until the catalog has it. */
public final class Company {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Company() {}

    /** A link in somebody's mail. */
    public record Link(UUID invitation, String token, String respondent) {

        public String path() {
            return "/s/" + token;
        }
    }

    public static String uniqueKey(String what) {
        return what + "." + Long.toString(System.nanoTime(), 36) + COUNT.incrementAndGet();
    }

    public static String touchpoint() {
        return touchpoint("Order delivered");
    }

    public static String touchpoint(String name) {
        String key = uniqueKey("touchpoint");
        tell("touchpoints", key, "touchpoint.saved", touchpoint(key, name, "email", Instant.now()));
        await().until(() -> inCatalog(catalog -> catalog.touchpoint(key).isPresent()));
        return key;
    }

    public static Map<String, Object> touchpoint(String key, String name, String channel, Instant savedAt) {
        return values(
                "key",
                key,
                "name",
                name,
                "stage",
                "post-purchase",
                "stageName",
                "Post-purchase",
                "stagePosition",
                4,
                "channel",
                channel,
                "savedAt",
                savedAt.toString());
    }

    public static String npsSurvey() {
        return survey("NPS", Wordings.NPS_SCALE, Wordings.NPS);
    }

    public static String csatSurvey() {
        return survey("CSAT", Wordings.CSAT_SCALE, Wordings.CSAT);
    }

    public static String effortSurvey() {
        return survey("CES", Wordings.CES_1_SCALE, Wordings.CES);
    }

    public static String agreementSurvey() {
        return survey("CES", Wordings.CES_2_SCALE, Wordings.CES);
    }

    private static String survey(String metric, Map<String, Object> scale, Map<String, Object> texts) {
        String key = uniqueKey("survey");
        publish(key, 1, metric, scale, texts);
        return key;
    }

    public static void publish(
            String key, int version, String metric, Map<String, Object> scale, Map<String, Object> texts) {
        publish(key, version, metric, scale, texts, null);
    }

    /** @param brand null as in versions from before brands were told */
    public static void publish(
            String key,
            int version,
            String metric,
            Map<String, Object> scale,
            Map<String, Object> texts,
            Map<String, Object> brand) {
        tell(
                "surveys",
                key + "/" + version,
                "survey.published",
                values(
                        "key",
                        key,
                        "version",
                        version,
                        "metric",
                        metric,
                        "scale",
                        scale,
                        "subject",
                        "Nordlys",
                        "title",
                        null,
                        "brandName",
                        "Nordlys",
                        "brand",
                        brand,
                        "defaultLanguage",
                        "en",
                        "texts",
                        texts,
                        "publishedAt",
                        Instant.now().toString()));
        await().until(() ->
                inCatalog(catalog -> catalog.survey(new SurveyRef(key, version)).isPresent()));
    }

    /** Invites somebody new to answer to a touchpoint of its own. */
    public static Link invite(String survey) {
        return invite(survey, touchpoint(), "da");
    }

    public static Link invite(String survey, String touchpoint, String locale) {
        return invite(survey, touchpoint, Map.of("locale", locale));
    }

    /** @param different what is not as usual with this invitation; the value null leaves a property out */
    public static Link invite(String survey, String touchpoint, Map<String, Object> different) {
        Map<String, Object> invitation = invitation(survey, touchpoint, newToken());
        invitation.putAll(different);
        return tellInvitation(invitation);
    }

    public static Link tellInvitation(Map<String, Object> invitation) {
        String token = (String) invitation.remove("token");
        tell("invitations", invitation.get("id").toString(), "invitation.scheduled", invitation);
        await().until(() ->
                inCatalog(catalog -> catalog.invitation(new Token(token)).isPresent()));
        return new Link(
                UUID.fromString(invitation.get("id").toString()), token, (String) invitation.get("respondentRef"));
    }

    public static Map<String, Object> invitation(String survey, String touchpoint, String token) {
        Instant now = Instant.now();
        Map<String, Object> invitation = new HashMap<>(values(
                "id",
                UUID.randomUUID().toString(),
                "token",
                token,
                "tokenHash",
                hash(token),
                "survey",
                survey,
                "surveyVersion",
                1,
                "touchpoint",
                touchpoint,
                "touchpointName",
                "Order delivered",
                "channel",
                "EMAIL",
                "touchpointChannel",
                "email",
                "respondentRef",
                "r-" + UUID.randomUUID(),
                "locale",
                "da",
                "segments",
                Map.of("country", "DK", "plan", "pro"),
                "attributes",
                Map.of("orderId", "88213")));
        invitation.putAll(values(
                "eventSource", "shop",
                "eventId", UUID.randomUUID().toString(),
                "occurredAt", "2026-11-19T10:00:00Z",
                "dueAt", now.toString(),
                "expiresAt", now.plus(Duration.ofDays(30)).toString(),
                "scheduledAt", now.toString()));
        return invitation;
    }

    public static String newToken() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public static void tell(String topic, String key, String type, Map<String, Object> payload) {
        tell(topic, key, type, json(payload));
    }

    public static void tell(String topic, String key, String type, String payload) {
        Topics.publish(topic, key, UUID.randomUUID(), type, payload);
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, Object> values(Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }

    private static String hash(String token) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean inCatalog(Predicate<Catalog> condition) {
        return QuarkusTransaction.requiringNew()
                .call(() -> condition.test(CDI.current().select(Catalog.class).get()));
    }

    /** What is asked, in the words of the standard packs. */
    public static final class Wordings {

        public static final Map<String, Object> NPS_SCALE = scale("NPS", 0, 10, 9, 10, 0, 6, "HIGH");
        public static final Map<String, Object> CSAT_SCALE = scale("CSAT_5", 1, 5, 4, 5, 1, 2, "HIGH");
        static final Map<String, Object> CES_1_SCALE = scale("CES_1", 1, 5, 1, 2, 4, 5, "LOW");
        public static final Map<String, Object> CES_2_SCALE = scale("CES_2", 1, 7, 5, 7, 1, 3, "HIGH");

        public static final Map<String, Object> NPS = inAllLanguages(
                List.of(),
                "How likely is it that you would recommend Nordlys to a friend or colleague?",
                "Not at all likely",
                "Extremely likely",
                "Hvor sandsynligt er det, at du vil anbefale Nordlys til en ven eller kollega?",
                "Slet ikke sandsynligt",
                "Meget sandsynligt",
                "Hur troligt är det att du skulle rekommendera Nordlys till en vän eller kollega?",
                "Inte alls troligt",
                "Extremt troligt",
                "Hvor sannsynlig er det at du vil anbefale Nordlys til en venn eller kollega?",
                "Lite sannsynlig",
                "Svært sannsynlig",
                "Wie wahrscheinlich ist es, dass Sie Nordlys einem Freund oder Kollegen empfehlen?",
                "Überhaupt nicht wahrscheinlich",
                "Äußerst wahrscheinlich");

        public static final Map<String, Object> CSAT = inAllLanguages(
                List.of("Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"),
                "How satisfied were you with Nordlys?",
                "Very dissatisfied",
                "Very satisfied",
                "Hvor tilfreds var du med Nordlys?",
                "Meget utilfreds",
                "Meget tilfreds",
                "Hur nöjd är du med Nordlys?",
                "Mycket missnöjd",
                "Mycket nöjd",
                "Hvor fornøyd er du med Nordlys?",
                "Svært misfornøyd",
                "Svært fornøyd",
                "Wie zufrieden sind Sie mit Nordlys?",
                "Sehr unzufrieden",
                "Sehr zufrieden");

        public static final Map<String, Object> CES = inAllLanguages(
                List.of("One", "Two", "Three", "Four", "Five", "Six", "Seven"),
                "Nordlys made it easy for me to handle my issue.",
                "Strongly disagree",
                "Strongly agree",
                "Nordlys gjorde det nemt for mig at løse mit problem.",
                "Meget uenig",
                "Meget enig",
                "Nordlys gjorde det enkelt för mig att lösa mitt ärende.",
                "Håller inte alls med",
                "Håller helt med",
                "Nordlys gjorde det enkelt for meg å løse saken min.",
                "Svært uenig",
                "Svært enig",
                "Nordlys hat es mir leicht gemacht, mein Anliegen zu lösen.",
                "Stimme überhaupt nicht zu",
                "Stimme voll und ganz zu");

        private Wordings() {}

        private static Map<String, Object> scale(
                String key, int min, int max, int posFrom, int posTo, int negFrom, int negTo, String goodEnd) {
            return values(
                    "key", key,
                    "min", min,
                    "max", max,
                    "positiveFrom", posFrom,
                    "positiveTo", posTo,
                    "negativeFrom", negFrom,
                    "negativeTo", negTo,
                    "goodEnd", goodEnd);
        }

        private static Map<String, Object> inAllLanguages(List<String> points, String... words) {
            Map<String, Object> texts = new LinkedHashMap<>();
            List<String> languages = List.of("en", "da", "sv", "nb", "de");
            for (int i = 0; i < languages.size(); i++) {
                texts.put(
                        languages.get(i),
                        values(
                                "question",
                                words[3 * i],
                                "lowLabel",
                                words[3 * i + 1],
                                "highLabel",
                                words[3 * i + 2],
                                "points",
                                points,
                                "followUp",
                                values(
                                        "negative", "What went wrong, and what should we do about it?",
                                        "neutral", "What would have made it better?",
                                        "positive", "What did you like most?"),
                                "thanks",
                                null));
            }
            return texts;
        }
    }
}

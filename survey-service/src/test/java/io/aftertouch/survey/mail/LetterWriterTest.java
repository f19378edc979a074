package io.aftertouch.survey.mail;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.aftertouch.survey.survey.ByBand;
import io.aftertouch.survey.survey.GoodEnd;
import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.Metric;
import io.aftertouch.survey.survey.Scale;
import io.aftertouch.survey.survey.ScaleKey;
import io.aftertouch.survey.survey.SurveyPublished;
import io.aftertouch.survey.survey.SurveyTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class LetterWriterTest {

    private static final MailWordings WORDINGS = new MailWordings();
    private static final Instant LATE_IN_THE_EVENING = Instant.parse("2026-11-19T23:30:00Z");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysEverythingAndLeavesNoPlaceholder(Language language) {
        Letter letter = letter(language, "Nordlys", Optional.of("Freja Holm"));

        assertThat(letter.toString()).doesNotContain("{", "}", "null,");
        assertThat(letter.greeting()).contains("Freja").doesNotContain("Holm");
        assertThat(letter.choices()).hasSize(11);
        assertThat(letter.choices().getLast().readOut()).contains("10");
    }

    @ParameterizedTest
    @CsvSource({"EN,20 November", "DA,20. november", "SV,20 november", "NB,20. november", "DE,20. November"})
    void daysAreThoseOfTheInstallationInTheWordsOfTheLanguage(Language language, String day) {
        assertThat(letter(language, "Nordlys", Optional.empty()).intro()).contains(day);
    }

    @Test
    void nothingFromOutsideStartsANewLine() {
        Letter letter = letter(Language.EN, "Nordlys\r\nBcc: x@example.com", Optional.of("Freja\r\nBcc:\u2028x"));

        assertThat(letter.subject()).isEqualTo("How did it go? One question from Nordlys Bcc: x@example.com");
        assertThat(letter.brand()).doesNotContain("\r", "\n");
        assertThat(letter.greeting()).isEqualTo("Hi Freja");
    }

    @Test
    void theTextPartNamesTheBestScoreFirstInColumns() {
        assertThat(letter(Language.EN, "Nordlys", Optional.empty()).lines())
                .hasSize(11)
                .startsWith(
                        "10  (Likely)    https://example.com/s/TOKEN?score=10",
                        " 9              https://example.com/s/TOKEN?score=9")
                .endsWith(" 0  (Unlikely)  https://example.com/s/TOKEN?score=0");
    }

    private static Letter letter(Language language, String brand, Optional<String> name) {
        SurveyTexts texts =
                new SurveyTexts("Would you?", "Unlikely", "Likely", List.of(), new ByBand("", "", ""), null);
        SurveyPublished survey = new SurveyPublished(
                "nps",
                1,
                Metric.NPS,
                new Scale(ScaleKey.NPS, 0, 10, 9, 10, 0, 6, GoodEnd.HIGH),
                "Nordlys",
                "Nordlys",
                brand,
                null,
                "en",
                null,
                true,
                Map.of("en", texts),
                LATE_IN_THE_EVENING);
        return new LetterWriter(
                        WORDINGS.in(language),
                        ZoneId.of("Europe/Copenhagen"),
                        Optional.of(URI.create("https://example.com/privacy")))
                .write(new LetterOrder(
                        survey,
                        language,
                        name,
                        LATE_IN_THE_EVENING,
                        LATE_IN_THE_EVENING,
                        URI.create("https://example.com/s/TOKEN"),
                        URI.create("https://example.com/u/TOKEN"),
                        false,
                        false));
    }
}

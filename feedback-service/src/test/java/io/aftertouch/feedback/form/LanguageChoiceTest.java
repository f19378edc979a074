package io.aftertouch.feedback.form;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.feedback.form.Language.DA;
import static io.aftertouch.feedback.form.Language.DE;
import static io.aftertouch.feedback.form.Language.EN;
import static io.aftertouch.feedback.form.Language.NB;
import static io.aftertouch.feedback.form.Language.SV;
import static org.assertj.core.api.Assertions.assertThat;

class LanguageChoiceTest {

    private static final Set<Language> ALL = EnumSet.allOf(Language.class);

    @Test
    void whatIsChosenOnThePageComesFirst() {
        assertThat(new LanguageChoice("sv", "da", "de", "en").among(ALL)).isEqualTo(SV);
    }

    @Test
    void thenTheInvitations() {
        assertThat(new LanguageChoice(null, "da-DK", "de", "en").among(ALL)).isEqualTo(DA);
    }

    @Test
    void thenTheBrowsersInItsOrder() {
        assertThat(new LanguageChoice(null, "fi", "fr, en;q=0.2, de;q=0.8", "da").among(ALL))
                .isEqualTo(DE);
    }

    @Test
    void thenTheSurveysOwn() {
        assertThat(new LanguageChoice("xx", null, "fr", "nb").among(ALL)).isEqualTo(NB);
    }

    @Test
    void nothingIsChosenThatTheSurveyDoesNotSpeak() {
        assertThat(new LanguageChoice("de", "de", "de, sv;q=0.5", "en").among(EnumSet.of(EN, SV)))
                .isEqualTo(SV);
        assertThat(new LanguageChoice(null, null, null, "fi").among(EnumSet.of(SV)))
                .isEqualTo(SV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";;;", "da;q=nonsense", "*", "\u0000", "en;q=2"})
    void anUnreadableHeaderIsNoChoice(String header) {
        assertThat(new LanguageChoice(null, null, header, "nb").among(ALL)).isEqualTo(NB);
    }

    @ParameterizedTest
    @CsvSource({"da,DA", "da-DK,DA", "DA_dk,DA", "no,NB", "nn-NO,NB", "nb,NB", "de-AT,DE", "en-GB,EN", "sv,SV"})
    void anyTagOfALanguageIsKnown(String tag, Language language) {
        assertThat(Language.of(tag)).contains(language);
    }

    @Test
    void daysAndLabelsReadAsTheyAreWrittenThere() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(EN.day(day)).isEqualTo("1 March");
        assertThat(DA.day(day)).isEqualTo("1. marts");
        assertThat(SV.day(day)).isEqualTo("1 mars");
        assertThat(NB.day(day)).isEqualTo("1. mars");
        assertThat(DE.day(day)).isEqualTo("1. März");
        assertThat(DE.withinSentence("Überhaupt nicht wahrscheinlich")).isEqualTo("überhaupt nicht wahrscheinlich");
        assertThat(DE.withinSentence("")).isEmpty();
    }
}

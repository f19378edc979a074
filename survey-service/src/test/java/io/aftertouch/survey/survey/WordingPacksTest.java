package io.aftertouch.survey.survey;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingPacksTest {

    private final WordingPacks packs = new WordingPacks();

    @ParameterizedTest
    @EnumSource(ScaleKey.class)
    void everyScaleHasAllItsWordsInEveryLanguage(ScaleKey key) {
        Scale scale = key.usual();
        boolean worded = key != ScaleKey.NPS && key != ScaleKey.CSAT_10;

        var texts = packs.texts(scale, "Nordlys");

        assertThat(texts.sequencedKeySet()).containsExactly("en", "da", "sv", "nb", "de");
        assertThat(texts.values()).allSatisfy(words -> {
            assertThat(words.question()).contains("Nordlys").doesNotContain("{");
            assertThat(List.of(words.lowLabel(), words.highLabel()))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
            assertThat(words.points())
                    .hasSize(worded ? scale.scores().size() : 0)
                    .doesNotHaveDuplicates();
            if (worded) {
                assertThat(words.points().getFirst()).isEqualTo(words.lowLabel());
                assertThat(words.points().getLast()).isEqualTo(words.highLabel());
            }
            for (ByBand byBand : List.of(words.followUp(), words.thanks())) {
                assertThat(List.of(byBand.negative(), byBand.neutral(), byBand.positive()))
                        .doesNotContain("")
                        .doesNotHaveDuplicates();
            }
        });
        assertThat(texts.values().stream().map(SurveyTexts::question)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"our support, Our support made it easy", "eBay, eBay made it easy", "Nordlys, Nordlys made it easy"})
    void aQuestionThatBeginsWithItsSubjectBeginsAsASentence(String subject, String beginning) {
        assertThat(packs.texts(ScaleKey.CES_2.usual(), subject).get("en").question())
                .startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({"NPS, Nordlys", "CSAT_5, our support", "CES_2, eBay", "CSAT_10, a", "CES_1, {subject} & $"})
    void whatASurveySaidInWordsOfItsOwnIsFoundInAllThatItSaid(ScaleKey key, String subject) {
        Scale scale = key.usual();
        List<String> points = key.isWorded()
                ? scale.scores().stream().map(score -> "Point " + score).toList()
                : null;
        Map<Language, OwnTexts> own = Map.of(
                Language.DA,
                new OwnTexts(
                        null,
                        "{subject} igen?",
                        key.isWorded() ? null : "Nej",
                        null,
                        points,
                        OwnByBand.of(null, "Hvad med {subject}?", null),
                        null),
                Language.SV,
                new OwnTexts("vår butik", null, null, null, null, null, null));
        var said = packs.texts(scale, subject, own);

        Map<Language, OwnTexts> found = packs.own(scale, subject, said);

        assertThat(packs.texts(scale, subject, found)).isEqualTo(said);
        assertThat(found).containsOnlyKeys(Language.DA, Language.SV);
        assertThat(packs.own(scale, subject, packs.texts(scale, subject))).isEmpty();
    }

    @Test
    void aSubjectIsTextAndNoTemplate() {
        assertThat(packs.texts(ScaleKey.NPS.usual(), "{subject} & ${x} <b>")
                        .get("en")
                        .question())
                .isEqualTo("How likely is it that you would recommend {subject} & ${x} <b> to a friend or colleague?");
    }

    @ParameterizedTest
    @CsvSource({"da,DA", "da-DK,DA", "de_AT,DE", "NO,NB", "nn-NO,NB", "en-GB,EN", "fr,", "x,", ",", "'',"})
    void aLocaleHasALanguageOfOursOrNone(String locale, Language language) {
        assertThat(Language.of(locale).orElse(null)).isEqualTo(language);
    }
}

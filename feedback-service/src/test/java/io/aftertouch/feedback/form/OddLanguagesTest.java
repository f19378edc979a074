package io.aftertouch.feedback.form;

import java.util.EnumSet;
import java.util.List;

import io.aftertouch.platform.testing.intruder.OddTexts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a browser, an invitation or an address says about languages, the form speaks one that it knows. */
class OddLanguagesTest {

    private static final EnumSet<Language> SPOKEN = EnumSet.of(Language.DA, Language.EN);

    @Test
    void listsOfABrowser() {
        OddTexts.feed(
                list -> assertThat(new LanguageChoice(null, null, list, "en").among(SPOKEN))
                        .isIn(SPOKEN),
                List.of("da, en-gb;q=0.8, en;q=0.7", "*;q=0.5", "nb-NO;q=1.000,nn;q=0"));
    }

    @Test
    void single() {
        OddTexts.feed(
                tag -> assertThat(new LanguageChoice(tag, tag, null, tag).among(SPOKEN))
                        .isIn(SPOKEN),
                List.of("da-DK", "de_AT", "no"));
    }
}

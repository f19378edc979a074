package io.aftertouch.survey.mail;

import io.aftertouch.survey.brand.Accent;
import io.aftertouch.survey.brand.Brand;
import io.aftertouch.survey.brand.Logo;
import io.aftertouch.survey.brand.Shade;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LookTest {

    private static final Logo LOGO = new Logo("image/png", "AAAA", 40, 20);
    private static final Accent ACCENT =
            new Accent("#aa0000", new Shade("#aa0000", "#ffffff"), new Shade("#ff9999", "#0f141a"));

    @Test
    void aMailWearsTheColoursAndTheLogoOfTheCompany() {
        assertThat(Letter.Look.of(new Brand("Nordlys", LOGO, ACCENT), false))
                .isEqualTo(new Letter.Look("#aa0000", "#ff9999", LOGO));
    }

    @Test
    void aNeutralMailHasNoLogo() {
        assertThat(Letter.Look.of(new Brand("Nordlys", LOGO, ACCENT), true).logo())
                .isNull();
    }

    @Test
    void withoutAnAccentTheHouseHasOne() {
        assertThat(Letter.Look.of(new Brand("Nordlys", null, null), false))
                .isEqualTo(new Letter.Look("#1c3f6e", "#a3c4ee", null));
    }
}

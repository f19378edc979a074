package io.aftertouch.survey.respondent;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RespondentSealTest {

    private final RespondentSeal seal = new RespondentSeal("a-key-of-this-installation");

    @Test
    void aSubjectIsKnownAgainAndNotRead() {
        assertThat(seal.sealed("ref:r-17")).isEqualTo(seal.sealed("ref:r-17")).matches("[A-Za-z0-9_-]{43}");
        assertThat(seal.sealed("ref:r-17")).isNotEqualTo(seal.sealed("ref:r-18"));
        assertThat(seal.sealed(List.of("ref:r-17", "email:a@example.com"))).hasSize(2);
    }

    @Test
    void anotherInstallationSealsDifferently() {
        assertThat(new RespondentSeal("a-key-of-another-installation").sealed("ref:r-17"))
                .isNotEqualTo(seal.sealed("ref:r-17"));
    }

    @Test
    void aShortKeyIsNoKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new RespondentSeal("secret"))
                .withMessageContaining("aftertouch.respondent-key");
    }
}

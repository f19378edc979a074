package io.aftertouch.survey.privacy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeptForTest {

    @ParameterizedTest
    @CsvSource({
        "P24M, 24 months",
        "P2Y, 24 months",
        "P1M, 1 month",
        "P90D, 90 days",
        "P1M15D, 1 month and 15 days",
        "PT168H, 7 days",
        "PT24H, 1 day",
        "PT90M, 90 minutes"
    })
    void isSaidAsPeopleSayIt(String iso, String words) {
        assertThat(KeptFor.words(iso)).isEqualTo(words);
    }
}

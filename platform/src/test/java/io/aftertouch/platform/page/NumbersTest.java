package io.aftertouch.platform.page;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "7 | 7",
                "999 | 999",
                "1000 | 1,000",
                "123456 | 123,456",
                "1234567 | 1,234,567",
                "-1204 | −1,204"
            })
    void integersHaveACommaBeforeEachThousand(long number, String shown) {
        assertThat(Numbers.shown(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4.86 | 1 | 4.9",
                "4.85 | 1 | 4.9",
                "-4.85 | 1 | −4.9",
                "0.5 | 0 | 1",
                "-0.04 | 1 | 0.0",
                "12345.678 | 2 | 12,345.68",
                "999.96 | 1 | 1,000.0",
                "1.0E-4 | 3 | 0.000",
                "1.5E7 | 0 | 15,000,000"
            })
    void halvesAreRoundedAwayFromZero(double number, int decimals, String shown) {
        assertThat(Numbers.decimals(number, decimals)).isEqualTo(shown);
    }

    @Test
    void moneyKeepsItsDecimals() {
        assertThat(Numbers.decimals(new BigDecimal("1E+3"), 2)).isEqualTo("1,000.00");
    }

    @Test
    void sharesArePercentWithASpaceThatDoesNotBreak() {
        assertThat(Numbers.percent(0.2013)).isEqualTo("20\u00a0%");
    }
}

package io.aftertouch.score.crm;

import io.aftertouch.score.metric.Scale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrendTest {

    @Test
    void followsTheGoodEndOfTheScale() {
        assertThat(Trend.of(Scale.NPS, 3, 9)).isEqualTo(Trend.IMPROVING);
        assertThat(Trend.of(Scale.NPS, 9, 3)).isEqualTo(Trend.WORSENING);
        assertThat(Trend.of(Scale.NPS, 7, 7)).isEqualTo(Trend.STEADY);
        assertThat(Trend.of(Scale.CES_1, 2, 5)).isEqualTo(Trend.WORSENING);
        assertThat(Trend.of(Scale.CES_1, 5, 2)).isEqualTo(Trend.IMPROVING);
    }
}

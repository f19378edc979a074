package io.aftertouch.score.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Half away from zero, as people do it: 0.25 to 0.3 and −0.25 to −0.3. Only for what is shown, never before computing. */
public final class Rounding {

    private Rounding() {}

    public static BigDecimal to(int decimals, double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO.setScale(decimals) : rounded;
    }
}

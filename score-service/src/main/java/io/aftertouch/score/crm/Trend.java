package io.aftertouch.score.crm;

import io.aftertouch.score.metric.GoodEnd;
import io.aftertouch.score.metric.Scale;

/** Which way a respondent went from one answer to the next, whichever end of the scale is the good one. */
enum Trend {
    IMPROVING,
    STEADY,
    WORSENING;

    static Trend of(Scale scale, int before, int now) {
        if (now == before) {
            return STEADY;
        }
        return now > before == (scale.goodEnd() == GoodEnd.HIGH) ? IMPROVING : WORSENING;
    }
}

package io.aftertouch.score.report;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import io.aftertouch.platform.problem.ProblemException;
import io.aftertouch.platform.testing.intruder.OddTexts;
import org.junit.jupiter.api.Test;

/** Whatever a question about scores says, it is understood or refused. */
class OddQueriesTest {

    @Test
    void zones() {
        OddTexts.feed(
                text -> read(
                        query -> query.zone("timeZone", text, ZoneOffset.UTC).getRules()),
                List.of("Europe/Copenhagen", "UTC+01:00", "+18:00"),
                ProblemException.class);
    }

    @Test
    void ranges() {
        ZoneId zone = ZoneId.of("Europe/Copenhagen");
        OddTexts.feed(
                text -> read(query -> query.checkRange(
                        "to", query.instant("from", text, zone), query.instant("to", "2026-11-22", zone))),
                List.of("2026-11-22T04:07:00Z", "2026-11-22T04:07:00+18:00", "2026-03-29", "9999-12-31"),
                ProblemException.class);
    }

    @Test
    void segments() {
        OddTexts.feed(
                text -> read(query -> query.segments("segment", List.of(text, "plan:pro"))),
                List.of("country:DK", "agent:mette:b"),
                ProblemException.class);
    }

    private interface Reading {
        void by(QueryReader query);
    }

    private static void read(Reading reading) {
        QueryReader query = new QueryReader();
        reading.by(query);
        query.throwIfWrong();
    }
}

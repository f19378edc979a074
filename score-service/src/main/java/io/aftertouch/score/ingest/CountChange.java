package io.aftertouch.score.ingest;

import java.util.stream.Stream;

import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.metric.Scale;

/**
 * What an event changes about the counts. Each event carries all that it adds or takes back, so that their order does not matter.
 *
 * @param answer where and when it was given
 * @param score the count that changes
 */
record CountChange(ResponseRecorded answer, int score, Kind kind) {

    enum Kind {
        ADD,
        TAKE_BACK
    }

    /** What a revision says of the state before it. */
    private record ResponseRevised(Previous previous) {

        private record Previous(Integer score) {}

        int previousScore(Scale scale) {
            if (previous == null || previous.score() == null || !scale.includes(previous.score())) {
                throw new IllegalArgumentException("A response.revised does not say which score it replaces");
            }
            return previous.score();
        }
    }

    /** Types of events that are not known here change nothing. */
    static Stream<CountChange> of(ReceivedEvent event) {
        return switch (event.type()) {
            case "response.recorded" -> Stream.of(of(event, Kind.ADD));
            case "response.revised" -> {
                CountChange now = of(event, Kind.ADD);
                int before = event.as(ResponseRevised.class)
                        .previousScore(now.answer().standardScale());
                yield Stream.of(new CountChange(now.answer(), before, Kind.TAKE_BACK), now);
            }
            case "response.withdrawn" -> Stream.of(of(event, Kind.TAKE_BACK));
            default -> Stream.empty();
        };
    }

    private static CountChange of(ReceivedEvent event, Kind kind) {
        var answer = event.as(ResponseRecorded.class);
        return new CountChange(answer, answer.score(), kind);
    }
}

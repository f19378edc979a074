package io.aftertouch.score.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.score.ingest.AnswerChange.Given;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Scale;

/**
 * What is read of an event about an answer. It names touchpoint, survey version and scale itself, so it can be counted before any of them has
 * been announced here.
 *
 * @param previous only of a revision: what it replaces
 */
record AnswerEvent(
        UUID id,
        Integer revision,
        String survey,
        Integer surveyVersion,
        String scale,
        String touchpoint,
        String channel,
        String respondentRef,
        Map<String, String> segments,
        Integer score,
        Band band,
        Previous previous,
        Instant answeredAt) {

    record Previous(Integer score, Band band) {}

    AnswerEvent {
        if (id == null
                || survey == null
                || surveyVersion == null
                || touchpoint == null
                || score == null
                || answeredAt == null) {
            throw new IllegalArgumentException("An event about an answer lacks a property that it must have");
        }
        revision = revision == null ? 1 : revision;
        channel = AnswerEvents.channel(channel);
        segments = segments == null ? Map.of() : AnswerEvents.given(segments);
    }

    /** The scale with its standard bands; the announced version may have others, which are applied whenever scores are read. */
    Scale standardScale() {
        return Scale.standard(scale).orElseThrow(() -> new IllegalArgumentException("There is no scale " + scale));
    }

    Given given() {
        return given(score, band);
    }

    /** What a revision says of the state before it. */
    Given givenBefore() {
        if (previous == null || previous.score() == null) {
            throw new IllegalArgumentException("A response.revised does not say which score it replaces");
        }
        return given(previous.score(), previous.band());
    }

    private Given given(int score, Band band) {
        Scale standard = standardScale();
        if (!standard.includes(score)) {
            throw new IllegalArgumentException("The score " + score + " is not on the scale " + scale);
        }
        return new Given(score, band == null ? standard.band(score) : band);
    }
}

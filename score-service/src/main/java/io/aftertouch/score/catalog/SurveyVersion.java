package io.aftertouch.score.catalog;

import io.aftertouch.score.metric.Scale;

/** A published version of a survey: what its answers are tallied under, with the scale they are given on. */
public record SurveyVersion(int id, String key, int version, String title, Scale scale) {

    /** The name of this version in addresses and answers: {@code delivery/3}. */
    public String label() {
        return key + "/" + version;
    }
}

package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.retention.KeptData;

/** People of whom nothing was heard for long. Their opt-outs go on holding, and they may come back. */
@Singleton
class KeptRespondents implements KeptData {

    /** Each person is held by several rows that intake holds too, in another order. */
    private static final int SLICE = 20;

    private final RespondentRepository respondents;
    private final RespondentRemoval removal;
    private final RetentionPeriods periods;

    KeptRespondents(RespondentRepository respondents, RespondentRemoval removal, RetentionPeriods periods) {
        this.respondents = respondents;
        this.removal = removal;
        this.periods = periods;
    }

    @Override
    public String kind() {
        return "respondents";
    }

    @Override
    public String what() {
        return "Respondents since they were seen last";
    }

    @Override
    public TemporalAmount keptFor() {
        return periods.respondents();
    }

    @Override
    public Optional<Instant> oldest(UUID done) {
        return respondents.longestUnseen();
    }

    @Override
    public Forgotten forgetSome(UUID done, Instant before) {
        List<String> unseen = respondents.unseenSince(before, SLICE);
        unseen.forEach(removal::letGo);
        return new Forgotten(unseen.size(), done, unseen.size() < SLICE);
    }
}

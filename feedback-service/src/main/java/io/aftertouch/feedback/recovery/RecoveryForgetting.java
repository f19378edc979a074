package io.aftertouch.feedback.recovery;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.respondent.PersonalData;
import io.aftertouch.feedback.response.AnswerTraces;
import io.aftertouch.platform.outbox.ToldEvents;

/** Keeps that somebody was asked again and whether they answered, not who. Whoever was to be asked is not asked any more. */
@Singleton
class RecoveryForgetting implements PersonalData, AnswerTraces {

    private static final int SLICE = 200;

    private final RecoveryRepository recoveries;
    private final ToldEvents told;

    RecoveryForgetting(RecoveryRepository recoveries, ToldEvents told) {
        this.recoveries = recoveries;
        this.told = told;
    }

    @Override
    public boolean forgetSome(String ref) {
        told.drop(AskAgain.TOPIC, ref);
        return recoveries.forgetSome(ref, SLICE) == SLICE;
    }

    @Override
    public void forget(List<UUID> responses) {
        recoveries.forget(responses);
    }
}

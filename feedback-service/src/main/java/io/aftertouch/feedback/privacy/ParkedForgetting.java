package io.aftertouch.feedback.privacy;

import java.util.Set;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.respondent.PersonalData;
import io.aftertouch.platform.inbox.ParkedMessages;

/** Deletes messages about an erased respondent that could not be applied. */
@Singleton
class ParkedForgetting implements PersonalData {

    private final ParkedMessages parked;

    ParkedForgetting(ParkedMessages parked) {
        this.parked = parked;
    }

    @Override
    public boolean forgetSome(String ref) {
        parked.drop(about(ref));
        return false;
    }

    static ParkedMessages.About about(String ref) {
        return new ParkedMessages.About(ref, Set.of("ref", "respondentRef"), Set.of());
    }
}

package io.aftertouch.score.privacy;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.inbox.ParkedText;

/** All that this service may know of a respondent. It counts answers and names nobody: only a message that it could not apply may do so. */
@Singleton
class Traces {

    private final ParkedMessages parked;

    Traces(ParkedMessages parked) {
        this.parked = parked;
    }

    List<ParkedText> of(String ref) {
        return parked.about(about(ref)).stream().map(ParkedText::of).toList();
    }

    /** Within the open transaction. */
    void forget(String ref) {
        parked.drop(about(ref));
    }

    private static ParkedMessages.About about(String ref) {
        return new ParkedMessages.About(ref, Set.of("ref", "respondentRef"), Set.of());
    }
}

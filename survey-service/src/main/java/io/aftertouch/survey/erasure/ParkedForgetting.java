package io.aftertouch.survey.erasure;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Deletes messages about an erased respondent that could not be applied and wait for somebody to look at them. */
@Singleton
public class ParkedForgetting implements PersonalData {

    private final ParkedMessages parked;

    ParkedForgetting(ParkedMessages parked) {
        this.parked = parked;
    }

    @Override
    public void forget(Respondent person) {
        parked.drop(about(person));
    }

    /** By the fields in which a reference stands; by an address wherever it stands. */
    public static ParkedMessages.About about(Respondent person) {
        return new ParkedMessages.About(
                person.ref(),
                Set.of("ref", "respondentRef"),
                Stream.concat(person.email().stream(), person.phone().stream()).collect(Collectors.toSet()));
    }
}

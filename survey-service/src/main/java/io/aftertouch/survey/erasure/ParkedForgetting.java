package io.aftertouch.survey.erasure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Deletes messages about an erased respondent that could not be applied and wait for somebody to look at them. */
@Singleton
class ParkedForgetting implements PersonalData {

    private final ParkedMessages parked;
    private final ObjectMapper json;

    ParkedForgetting(ParkedMessages parked, ObjectMapper json) {
        this.parked = parked;
        this.json = json;
    }

    @Override
    public void forget(Respondent person) {
        Set<String> addresses =
                Stream.concat(person.email().stream(), person.phone().stream()).collect(Collectors.toSet());
        parked.drop(text -> isAbout(text, person.ref(), addresses));
    }

    /** By the fields in which a reference stands; by an address wherever it stands, also in what is no JSON at all. */
    private boolean isAbout(String text, String ref, Set<String> addresses) {
        return addresses.stream().anyMatch(text::contains) || names(text).contains(ref);
    }

    private List<String> names(String text) {
        try {
            JsonNode message = json.readTree(text);
            return Stream.of("ref", "respondentRef")
                    .flatMap(field -> message.findValuesAsText(field).stream())
                    .toList();
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
    }
}

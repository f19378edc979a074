package io.aftertouch.survey.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.survey.respondent.PrivacyLog;
import io.aftertouch.survey.respondent.Respondents;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells whether an erasure is through: whether any service still keeps something under the reference. */
@Singleton
class ErasureProgress {

    private static final String OURSELVES = "survey-service";

    private final Respondents respondents;
    private final PrivacyLog log;
    private final Neighbours neighbours;

    ErasureProgress(Respondents respondents, PrivacyLog log, Neighbours neighbours) {
        this.respondents = respondents;
        this.log = log;
        this.neighbours = neighbours;
    }

    /** How far it is. */
    @Schema(name = "ErasureState")
    enum State {
        /** Nothing is kept any more. */
        FINISHED,
        /** Something is still there; it goes by itself. */
        RUNNING,
        /** The service did not answer. */
        UNKNOWN
    }

    /** How far one service is. */
    @Schema(name = "ErasureOfService")
    record Part(String service, State state) {

        @JsonIgnore
        public boolean running() {
            return state == State.RUNNING;
        }

        @JsonIgnore
        public boolean unknown() {
            return state == State.UNKNOWN;
        }
    }

    /** How far all of them are. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Erasure")
    record Progress(
            @Schema(description = "When the respondent was erased; null when who did so is not kept any more.")
            Instant erasedAt,

            @Schema(description = "FINISHED when no service keeps anything; UNKNOWN when one did not answer.")
            State state,

            List<Part> services) {

        @JsonIgnore
        public boolean finished() {
            return state == State.FINISHED;
        }
    }

    /** Empty when nobody with this reference was erased. */
    Optional<Progress> of(String ref, Credentials credentials) {
        if (!respondents.isErased(respondents.orStranger(ref))) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        // what is kept here goes in the transaction that writes the erasure down
        parts.add(new Part(OURSELVES, State.FINISHED));
        for (Neighbour neighbour : Neighbour.values()) {
            State state = neighbours
                    .ask(neighbour, Exporting.path(ref), credentials)
                    .map(kept -> isNothing(kept) ? State.FINISHED : State.RUNNING)
                    .orElse(State.UNKNOWN);
            parts.add(new Part(neighbour.title(), state));
        }
        return Optional.of(new Progress(erasedAt(ref), together(parts), List.copyOf(parts)));
    }

    private Instant erasedAt(String ref) {
        return log.about(ref).stream()
                .filter(entry -> entry.act() == PrivacyLog.Act.ERASED)
                .map(PrivacyLog.Entry::at)
                .findFirst()
                .orElse(null);
    }

    private static State together(List<Part> parts) {
        List<State> states = parts.stream().map(Part::state).toList();
        if (states.contains(State.RUNNING)) {
            return State.RUNNING;
        }
        return states.contains(State.UNKNOWN) ? State.UNKNOWN : State.FINISHED;
    }

    private static boolean isNothing(JsonNode kept) {
        return kept.isObject() && kept.valueStream().allMatch(JsonNode::isEmpty);
    }
}

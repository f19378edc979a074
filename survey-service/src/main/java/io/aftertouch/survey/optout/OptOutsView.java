package io.aftertouch.survey.optout;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.respondent.OptOutStep;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a respondent does not want to be asked about.
 *
 * @param items what holds now, also what was said under another reference with the same address
 * @param history what was done under this reference, newest first
 */
@Schema(name = "OptOuts")
record OptOutsView(List<Item> items, List<Step> history) {

    /** An opt-out that holds; touchpoint is null when it is about all questions. */
    @Schema(name = "OptOut")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(String touchpoint, String reason, String source, String by, Instant at) {}

    /** An act by which somebody is left alone or may be asked again. */
    @Schema(name = "OptOutStep")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Step(OptOutStep.Act act, String touchpoint, String reason, String source, String by, Instant at) {}

    static OptOutsView of(List<OptOutStep> inForce, List<OptOutStep> history) {
        return new OptOutsView(
                inForce.stream()
                        .map(step -> new Item(step.touchpoint(), step.reason(), step.source(), step.by(), step.at()))
                        .toList(),
                history.stream()
                        .map(step -> new Step(
                                step.act(), step.touchpoint(), step.reason(), step.source(), step.by(), step.at()))
                        .toList());
    }
}

package io.aftertouch.survey.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.Problem;
import io.aftertouch.platform.problem.ProblemCatalog;
import io.aftertouch.platform.problem.ProblemException;

/** Takes a batch of events, each in a transaction of its own. */
@Singleton
class EventBatchIntake {

    private final EventIntake intake;
    private final ObjectMapper json;
    private final Validator validator;
    private final ProblemCatalog problems;

    EventBatchIntake(EventIntake intake, ObjectMapper json, Validator validator, ProblemCatalog problems) {
        this.intake = intake;
        this.json = json;
        this.validator = validator;
        this.problems = problems;
    }

    EventBatchAnswer receive(EventBatch batch) {
        List<EventBatchAnswer.Item> results = new ArrayList<>();
        for (JsonNode event : batch.events()) {
            results.add(receive(results.size(), event));
        }
        return new EventBatchAnswer(results);
    }

    private EventBatchAnswer.Item receive(int index, JsonNode item) {
        try {
            ReceiveEvent event = json.treeToValue(item, ReceiveEvent.class);
            List<FieldError> errors = event == null ? List.of(new FieldError("", "must be an event")) : errors(event);
            return errors.isEmpty()
                    ? EventBatchAnswer.Item.taken(index, intake.receive(event))
                    : invalid(index, errors);
        } catch (JsonProcessingException e) {
            return invalid(index, List.of(new FieldError(path(e), wrong(e))));
        } catch (ProblemException e) {
            return EventBatchAnswer.Item.refused(index, problem(e.slug(), e.getMessage(), e.errors()));
        }
    }

    private List<FieldError> errors(ReceiveEvent event) {
        return validator.validate(event).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    private EventBatchAnswer.Item invalid(int index, List<FieldError> errors) {
        return EventBatchAnswer.Item.refused(
                index, problem("invalid-request", "The event breaks the rules of its fields.", errors));
    }

    private Problem problem(String slug, String detail, List<FieldError> errors) {
        ProblemCatalog.Entry entry = problems.entry(slug);
        return new Problem("/problems/" + slug, entry.title(), entry.status(), detail, null, errors);
    }

    private static String wrong(JsonProcessingException e) {
        return e instanceof UnrecognizedPropertyException ? "is not known here" : "is not of the right kind";
    }

    private static String path(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
    }
}

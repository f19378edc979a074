package io.aftertouch.survey.event;

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

/** Reads an event that did not come in a request of its own, by the rules of one that does. */
@Singleton
class EventReader {

    private final ObjectMapper json;
    private final Validator validator;

    EventReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    ReceiveEvent read(JsonNode said) {
        ReceiveEvent event;
        try {
            event = json.treeToValue(said, ReceiveEvent.class);
        } catch (JsonProcessingException e) {
            throw new InvalidEvent(List.of(new FieldError(path(e), wrong(e))));
        }
        if (event == null) {
            throw new InvalidEvent(List.of(new FieldError("", "must be an event")));
        }
        List<FieldError> errors = errors(event);
        if (!errors.isEmpty()) {
            throw new InvalidEvent(errors);
        }
        return event;
    }

    private List<FieldError> errors(ReceiveEvent event) {
        return validator.validate(event).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
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

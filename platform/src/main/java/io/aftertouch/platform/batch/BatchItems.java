package io.aftertouch.platform.batch;

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

/** Reads the items of a batch each on its own, as strictly as a single request is read: one that is refused harms no other. */
@Singleton
public class BatchItems {

    private final ObjectMapper json;
    private final Validator validator;
    private final ProblemCatalog problems;

    BatchItems(ObjectMapper json, Validator validator, ProblemCatalog problems) {
        this.json = json;
        this.validator = validator;
        this.problems = problems;
    }

    /** @throws ProblemException naming the fields that stand in the way */
    public <T> T read(JsonNode item, Class<T> type) {
        try {
            T read = json.treeToValue(item, type);
            if (read == null) {
                throw new InvalidItem(List.of(new FieldError("", "must be an object")));
            }
            return valid(read);
        } catch (JsonProcessingException e) {
            throw new InvalidItem(List.of(new FieldError(path(e), wrong(e))));
        }
    }

    /** @throws ProblemException naming the fields that break their rules */
    public <T> T valid(T item) {
        List<FieldError> errors = validator.validate(item).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidItem(errors);
        }
        return item;
    }

    /** The problem as a single request would be answered with. */
    public Problem problem(ProblemException refusal) {
        ProblemCatalog.Entry entry = problems.entry(refusal.slug());
        return new Problem(
                "/problems/" + refusal.slug(),
                entry.title(),
                entry.status(),
                refusal.getMessage(),
                null,
                refusal.errors());
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

package io.aftertouch.feedback.catalog;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** Reads survey versions that are still being worked on. They are in the words of {@code survey.published} and are kept nowhere. */
@Singleton
public class DraftVersions {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** @throws ProblemException when it is not a version of a survey */
    public SurveyVersion read(String definition) {
        if (definition == null) {
            throw new UnreadableDefinition("is missing");
        }
        try {
            SurveyPublished draft = JSON.readValue(definition, SurveyPublished.class);
            if (draft == null || draft.texts().isEmpty()) {
                throw new UnreadableDefinition("speaks no language");
            }
            return new SurveyVersion(draft);
        } catch (JsonProcessingException e) {
            throw new UnreadableDefinition("is not the definition of a survey");
        }
    }

    private static final class UnreadableDefinition extends ProblemException {

        UnreadableDefinition(String message) {
            super("invalid-request", "There is nothing to show a form of.", new FieldError("definition", message));
        }
    }
}

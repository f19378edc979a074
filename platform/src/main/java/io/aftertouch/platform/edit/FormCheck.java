package io.aftertouch.platform.edit;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** Sends a form of a page through the same rules and the same use case as a request of the API. */
@Singleton
public class FormCheck {

    private final Validator validator;

    FormCheck(Validator validator) {
        this.validator = validator;
    }

    /**
     * @param wish reads the form as the request that the API takes
     * @param useCase what happens when it is all right
     * @return the form, with what is wrong with it
     */
    public <T> PageForm submit(PageForm form, Function<PageForm, T> wish, Consumer<T> useCase) {
        try {
            T request = wish.apply(form);
            List<FieldError> errors = errors(request);
            if (!errors.isEmpty()) {
                return form.refused("Something is missing or not as it must be.", errors);
            }
            useCase.accept(request);
            return form;
        } catch (ProblemException e) {
            return form.refused(words(e), e.errors());
        }
    }

    /** Who works on a page knows nothing of If-Match. */
    private static String words(ProblemException e) {
        return e.slug().equals("precondition-failed")
                ? "Somebody else changed this after you opened the page. Look at what it is now, and save again."
                : e.getMessage();
    }

    private <T> List<FieldError> errors(T request) {
        return validator.validate(request).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), message(violation)))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    /** A field that nobody filled in is missing, whatever the program calls it. */
    private static String message(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotNull
                ? "is missing"
                : violation.getMessage();
    }
}

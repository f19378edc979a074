package io.aftertouch.survey.respondent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** The text names a region of the time zone database, such as Europe/Copenhagen; null is fine. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZone.Check.class)
@interface TimeZone {

    String message() default "must be a time zone such as Europe/Copenhagen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Knows the regions that this Java knows. */
    class Check implements ConstraintValidator<TimeZone, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || ZoneId.getAvailableZoneIds().contains(text);
        }
    }
}

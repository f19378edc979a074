package io.aftertouch.feedback.response;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** Text that can be stored exactly as it came: any character, but no NUL and no half of a surrogate pair. Length counts code points. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {

    String message() default "must be text of {min} to {max} characters without NUL and lone surrogates";

    int min() default 0;

    int max();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. Null is for {@code @NotNull} to refuse. */
    class Check implements ConstraintValidator<Text, String> {

        private int min;
        private int max;

        @Override
        public void initialize(Text text) {
            min = text.min();
            max = text.max();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || isStorable(value) && length(value) >= min && length(value) <= max;
        }

        public static int length(String value) {
            return value.codePointCount(0, value.length());
        }

        public static boolean isStorable(String value) {
            return value.codePoints().noneMatch(point -> point == 0 || isSurrogate(point));
        }

        private static boolean isSurrogate(int codePoint) {
            return Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
        }
    }
}

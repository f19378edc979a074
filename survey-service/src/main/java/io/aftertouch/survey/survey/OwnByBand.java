package io.aftertouch.survey.survey;

import java.util.stream.Stream;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.platform.edit.Shapes;

/** A survey's own text for each band; null where the standard wording will do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnByBand(
        @Size(max = 300) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String negative,

        @Size(max = 300) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String neutral,

        @Size(max = 300) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String positive) {

    static final OwnByBand NONE = new OwnByBand(null, null, null);

    /** Null instead of a record that says nothing. */
    static OwnByBand of(String negative, String neutral, String positive) {
        OwnByBand own = new OwnByBand(negative, neutral, positive);
        return own.equals(NONE) ? null : own;
    }

    Stream<String> all() {
        return Stream.of(negative, neutral, positive);
    }
}

package io.aftertouch.survey.trigger;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.survey.judging.Condition;
import io.aftertouch.survey.judging.Operator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Condition")
record ConditionInput(
        @NotNull
        @Pattern(
                regexp = "(segment|attribute)\\.[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
                message = "must be segment.<dimension> or attribute.<name>")
        @Schema(examples = "segment.country")
        String field,

        @NotNull @Schema(enumeration = {"equals", "notEquals", "in", "exists", "greaterThan", "lessThan", "contains"})
        Operator operator,

        @Size(max = 200) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String value,

        @Size(min = 1, max = 200)
        List<@NotNull @Size(max = 200) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE) String> values) {

    static ConditionInput of(Condition condition) {
        return new ConditionInput(condition.field(), condition.operator(), condition.value(), condition.values());
    }

    Condition condition() {
        return new Condition(field, operator, value, values);
    }
}

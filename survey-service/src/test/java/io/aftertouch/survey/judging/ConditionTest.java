package io.aftertouch.survey.judging;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.aftertouch.survey.judging.Situations.ticketClosed;
import static org.assertj.core.api.Assertions.assertThat;

class ConditionTest {

    /** The ticket has segment.country DK, segment.plan pro and attribute.amount 120. */
    @ParameterizedTest
    @CsvSource({
        "segment.country, EQUALS, DK, true",
        "segment.country, EQUALS, dk, false",
        "segment.country, EQUALS, SE, false",
        "segment.city, EQUALS, DK, false",
        "attribute.country, EQUALS, DK, false",
        "segment.country, NOT_EQUALS, SE, true",
        "segment.country, NOT_EQUALS, DK, false",
        "segment.city, NOT_EQUALS, Aarhus, true",
        "segment.plan, CONTAINS, PR, true",
        "segment.plan, CONTAINS, free, false",
        "segment.city, CONTAINS, a, false",
        "attribute.amount, GREATER_THAN, 119.99, true",
        "attribute.amount, GREATER_THAN, 120, false",
        "attribute.amount, GREATER_THAN, 9, true",
        "attribute.amount, LESS_THAN, 1e3, true",
        "attribute.amount, LESS_THAN, 120, false",
        "segment.plan, GREATER_THAN, 1, false",
        "segment.plan, LESS_THAN, 1, false",
        "segment.city, LESS_THAN, 1, false"
    })
    void comparesWithOneValue(String field, Operator operator, String value, boolean holds) {
        assertThat(new Condition(field, operator, value, null).holds(ticketClosed()))
                .isEqualTo(holds);
    }

    @Test
    void comparesWithAChoiceOrWithNothing() {
        assertThat(new Condition("segment.country", Operator.IN, null, List.of("SE", "DK")).holds(ticketClosed()))
                .isTrue();
        assertThat(new Condition("segment.country", Operator.IN, null, List.of("SE")).holds(ticketClosed()))
                .isFalse();
        assertThat(new Condition("segment.city", Operator.IN, null, List.of("SE")).holds(ticketClosed()))
                .isFalse();
        assertThat(new Condition("segment.country", Operator.EXISTS, null, null).holds(ticketClosed()))
                .isTrue();
        assertThat(new Condition("segment.city", Operator.EXISTS, null, null).holds(ticketClosed()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "EQUALS,,needs value",
        "IN,DK,needs values",
        "EXISTS,DK,needs neither",
        "LESS_THAN,much,value must be a number"
    })
    void saysWhatIsWrongWithItself(Operator operator, String value, String flaw) {
        assertThat(new Condition("segment.country", operator, value, null).flaw())
                .hasValueSatisfying(words -> assertThat(words).startsWith(flaw));
    }

    @Test
    void isFineWithWhatItsOperatorNeeds() {
        assertThat(new Condition("segment.a", Operator.EQUALS, "x", null).flaw())
                .isEmpty();
        assertThat(new Condition("segment.a", Operator.IN, null, List.of("x")).flaw())
                .isEmpty();
        assertThat(new Condition("segment.a", Operator.EXISTS, null, null).flaw())
                .isEmpty();
        assertThat(new Condition("segment.a", Operator.GREATER_THAN, "-1.5", null).flaw())
                .isEmpty();
    }
}

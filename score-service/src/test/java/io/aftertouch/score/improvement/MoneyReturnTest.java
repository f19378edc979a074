package io.aftertouch.score.improvement;

import java.math.BigDecimal;
import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.score.improvement.MoneyFigures.Conversion;
import io.aftertouch.score.improvement.MoneyFigures.Lifetime;
import io.aftertouch.score.improvement.MoneyFigures.Orders;
import io.aftertouch.score.improvement.MoneyFigures.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MoneyReturnTest {

    private static final Conversion FOUR_THEN_SIX = new Conversion(new Part(4L, 100L), new Part(6L, 100L));
    private static final Orders FIFTY_ORDERS = new Orders(amount("10000"), 50L);
    private static final Lifetime FIVE_YEARS = new Lifetime(amount("1000"), amount("5"), 3L);

    @Test
    void theWorkedExamplesComeOutAsTheyAreWorked() {
        MoneyReturn made = MoneyReturn.of(figures("EUR", "12000", FOUR_THEN_SIX, FIFTY_ORDERS, FIVE_YEARS, null));

        assertThat(lines(figures("EUR", "12000", FOUR_THEN_SIX, FIFTY_ORDERS, FIVE_YEARS, null)))
                .contains(
                        "Conversion before: 4 / 100 = 4.0\u00a0%",
                        "Average order: 10,000 / 50 = 200\u00a0EUR",
                        "Customer lifetime value: 1,000 × 5 = 5,000\u00a0EUR",
                        "Return: (gain − cost) / cost = 28.3\u00a0%");
        assertThat(made.averageOrder()).hasValue(amount("200.00"));
        assertThat(made.lifetimeValue()).hasValue(amount("5000.00"));
        // two orders more than at 4 %, of 200 each; three customers of 5,000 each
        assertThat(made.conversionGain()).hasValue(amount("400.00"));
        assertThat(made.lifetimeGain()).hasValue(amount("15000.00"));
        assertThat(made.gain()).hasValue(amount("15400.00"));
        assertThat(made.net()).hasValue(amount("3400.00"));
        assertThat(made.ratio()).hasValue(amount("0.2833"));
        assertThat(made.conversion().orElseThrow().effect()).isCloseTo(2, within(1e-9));
        assertThat(made.conversion().orElseThrow().p()).isGreaterThan(0.5);
    }

    @Test
    void ordersGainedAreCountedBeyondTheShareOfBefore() {
        Conversion moreVisitors = new Conversion(new Part(4L, 100L), new Part(8L, 200L));

        assertThat(MoneyReturn.of(figures("EUR", "10", moreVisitors, FIFTY_ORDERS, null, null))
                        .conversionGain())
                .hasValue(amount("0.00"));
    }

    @Test
    void withoutACostOrAGainThereIsNoReturn() {
        assertThat(MoneyReturn.of(figures("EUR", "0", null, null, null, amount("10")))
                        .ratio())
                .isEmpty();
        assertThat(MoneyReturn.of(figures("EUR", "10", FOUR_THEN_SIX, null, null, null))
                        .gain())
                .isEmpty();
        assertThat(MoneyReturn.of(figures("EUR", "10", null, null, null, amount("0")))
                        .ratio())
                .hasValue(amount("-1.0000"));
    }

    @Test
    void amountsAreRoundedToTheirCurrencyAndNotBefore() {
        Orders thirds = new Orders(amount("100"), 3L);
        Conversion threeMore = new Conversion(new Part(0L, 10L), new Part(3L, 10L));

        MoneyReturn crowns = MoneyReturn.of(figures("DKK", "1", threeMore, thirds, null, null));
        MoneyReturn yen = MoneyReturn.of(figures("JPY", "1", threeMore, thirds, null, null));

        assertThat(crowns.averageOrder()).hasValue(amount("33.33"));
        assertThat(crowns.conversionGain()).hasValue(amount("100.00"));
        assertThat(yen.averageOrder()).hasValue(amount("33"));
    }

    @Test
    void hardlyAnyOfABillionAreComparedToo() {
        Conversion none = new Conversion(new Part(0L, 1_000_000_000L), new Part(0L, 1_000_000_000L));
        Conversion three = new Conversion(new Part(0L, 1_000_000_000L), new Part(3L, 1_000_000_000L));

        assertThat(MoneyReturn.of(figures("EUR", "1", none, null, null, null))
                        .conversion()
                        .orElseThrow()
                        .p())
                .isEqualTo(1);
        assertThat(MoneyReturn.of(figures("EUR", "1", three, null, null, null))
                        .conversion()
                        .orElseThrow()
                        .p())
                .isCloseTo(0.25, within(1e-6));
    }

    @Test
    void figuresThatCannotBeAreNamed() {
        MoneyFigures wrong = new MoneyFigures(
                "JPY",
                amount("1.5"),
                new Conversion(new Part(101L, 100L), new Part(6L, 100L)),
                null,
                null,
                amount("-2.00"));

        assertThat(wrong.errors())
                .extracting(FieldError::field)
                .containsExactly("money.conversion.before.hits", "money.cost");
        assertThat(figures("ZZZ", "1", null, null, null, null).errors())
                .extracting(FieldError::field)
                .containsExactly("money.currency");
    }

    private static MoneyFigures figures(
            String currency, String cost, Conversion conversion, Orders orders, Lifetime lifetime, BigDecimal other) {
        return new MoneyFigures(currency, amount(cost), conversion, orders, lifetime, other);
    }

    private static List<String> lines(MoneyFigures money) {
        return MoneyLine.of(money).stream()
                .map(line -> "%s: %s = %s".formatted(line.name(), line.arithmetic(), line.value()))
                .toList();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}

package io.aftertouch.score.improvement;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.platform.edit.PageForm.UnreadableField;
import io.aftertouch.score.metric.Metric;

/** The form of a page as the request of the API that it stands for, and the other way round. Fields are named as in the API. */
final class ImprovementForm {

    private ImprovementForm() {}

    static CreateImprovement create(PageForm typed) {
        ChangeImprovement rest = change(typed);
        return new CreateImprovement(
                typed.text("touchpoint"),
                typed.choice("metric", Metric.class),
                typed.text("segment"),
                rest.name(),
                rest.description(),
                rest.changedOn(),
                rest.days(),
                rest.comparedWith(),
                rest.money());
    }

    static ChangeImprovement change(PageForm typed) {
        return new ChangeImprovement(
                typed.text("name"),
                typed.text("description"),
                typed.day("changedOn"),
                typed.number("days"),
                Set.copyOf(typed.all("comparedWith")),
                money(typed));
    }

    /** What stands in the form of an improvement before anybody types. */
    static PageForm of(ImprovementSettings settings) {
        Map<String, List<String>> fields = new HashMap<>();
        put(fields, "name", settings.name());
        put(fields, "description", settings.description());
        put(fields, "changedOn", settings.changedOn());
        put(fields, "days", settings.days());
        fields.put("comparedWith", List.copyOf(settings.comparedWith()));
        MoneyFigures money = settings.money();
        if (money != null) {
            put(fields, "money.currency", money.currency());
            put(fields, "money.cost", money.cost());
            put(fields, "money.otherGain", money.otherGain());
            if (money.conversion() != null) {
                put(
                        fields,
                        "money.conversion.before.hits",
                        money.conversion().before().hits());
                put(
                        fields,
                        "money.conversion.before.of",
                        money.conversion().before().of());
                put(
                        fields,
                        "money.conversion.after.hits",
                        money.conversion().after().hits());
                put(
                        fields,
                        "money.conversion.after.of",
                        money.conversion().after().of());
            }
            if (money.orders() != null) {
                put(fields, "money.orders.revenue", money.orders().revenue());
                put(fields, "money.orders.count", money.orders().count());
            }
            if (money.lifetime() != null) {
                put(fields, "money.lifetime.valuePerYear", money.lifetime().valuePerYear());
                put(fields, "money.lifetime.years", money.lifetime().years());
                put(fields, "money.lifetime.customersKept", money.lifetime().customersKept());
            }
        }
        return PageForm.of(fields);
    }

    private static void put(Map<String, List<String>> fields, String field, Object value) {
        if (value != null) {
            fields.put(field, List.of(value instanceof BigDecimal amount ? amount.toPlainString() : value.toString()));
        }
    }

    /** Null when nothing is entered; a part is there as soon as one of its fields is. */
    private static MoneyFigures money(PageForm typed) {
        Part before = new Part(typed, "money.conversion.before.hits", "money.conversion.before.of");
        Part after = new Part(typed, "money.conversion.after.hits", "money.conversion.after.of");
        BigDecimal revenue = typed.decimal("money.orders.revenue");
        Long orders = whole(typed, "money.orders.count");
        BigDecimal valuePerYear = typed.decimal("money.lifetime.valuePerYear");
        BigDecimal years = typed.decimal("money.lifetime.years");
        Long kept = whole(typed, "money.lifetime.customersKept");
        MoneyFigures money = new MoneyFigures(
                typed.text("money.currency"),
                typed.decimal("money.cost"),
                before.isEmpty() && after.isEmpty()
                        ? null
                        : new MoneyFigures.Conversion(before.figures(), after.figures()),
                anything(revenue, orders) ? new MoneyFigures.Orders(revenue, orders) : null,
                anything(valuePerYear, years, kept) ? new MoneyFigures.Lifetime(valuePerYear, years, kept) : null,
                typed.decimal("money.otherGain"));
        return anything(
                        money.currency(),
                        money.cost(),
                        money.conversion(),
                        money.orders(),
                        money.lifetime(),
                        money.otherGain())
                ? money
                : null;
    }

    private record Part(Long hits, Long of) {

        Part(PageForm typed, String hits, String of) {
            this(whole(typed, hits), whole(typed, of));
        }

        boolean isEmpty() {
            return !anything(hits, of);
        }

        MoneyFigures.Part figures() {
            return new MoneyFigures.Part(hits, of);
        }
    }

    private static boolean anything(Object... parts) {
        return Stream.of(parts).anyMatch(Objects::nonNull);
    }

    private static Long whole(PageForm typed, String field) {
        BigDecimal number = typed.decimal(field);
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            throw new UnreadableField(field, "must be a whole number");
        }
    }
}

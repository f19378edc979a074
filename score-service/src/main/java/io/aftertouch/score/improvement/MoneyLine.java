package io.aftertouch.score.improvement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.dashboard.Shown;

/** One figure of the return with the arithmetic that leads to it: "Average order", "10,000 / 50", "200 EUR". */
public record MoneyLine(String name, String arithmetic, String value, boolean sum) {

    static List<MoneyLine> of(MoneyFigures money) {
        MoneyReturn made = MoneyReturn.of(money);
        List<MoneyLine> lines = new ArrayList<>();
        if (money.conversion() != null) {
            lines.add(share("Conversion before", money.conversion().before()));
            lines.add(share("Conversion after", money.conversion().after()));
            made.conversion()
                    .ifPresent(one -> lines.add(new MoneyLine(
                            "Difference",
                            "95 %%: %s to %s points, p %s"
                                    .formatted(
                                            Numbers.decimals(one.low(), 1),
                                            Numbers.decimals(one.high(), 1),
                                            Shown.p(one.p())),
                            Numbers.decimals(one.effect(), 1) + " points",
                            false)));
        }
        made.averageOrder()
                .ifPresent(value -> lines.add(new MoneyLine(
                        "Average order",
                        plain(money.orders().revenue()) + " / "
                                + Numbers.shown(money.orders().count()),
                        amount(value, money),
                        false)));
        made.lifetimeValue()
                .ifPresent(value -> lines.add(new MoneyLine(
                        "Customer lifetime value",
                        plain(money.lifetime().valuePerYear()) + " × "
                                + plain(money.lifetime().years()),
                        amount(value, money),
                        false)));
        made.conversionGain()
                .ifPresent(value -> lines.add(new MoneyLine(
                        "Orders gained", "beyond the share before, × average order", amount(value, money), false)));
        made.lifetimeGain()
                .ifPresent(value -> lines.add(new MoneyLine(
                        "Customers kept",
                        Numbers.shown(money.lifetime().customersKept()) + " × lifetime value",
                        amount(value, money),
                        false)));
        if (money.otherGain() != null) {
            lines.add(new MoneyLine("Other gain", "as entered", amount(money.otherGain(), money), false));
        }
        made.gain().ifPresent(value -> lines.add(new MoneyLine("Gain", "all of it", amount(value, money), true)));
        lines.add(new MoneyLine("Cost", "as entered", amount(money.cost(), money), false));
        made.net().ifPresent(value -> lines.add(new MoneyLine("Net", "gain − cost", amount(value, money), true)));
        made.ratio()
                .ifPresent(ratio -> lines.add(
                        new MoneyLine("Return", "(gain − cost) / cost", ImprovementRow.percent(ratio), true)));
        return lines;
    }

    private static MoneyLine share(String name, MoneyFigures.Part part) {
        return new MoneyLine(
                name,
                Numbers.shown(part.hits()) + " / " + Numbers.shown(part.of()),
                String.format(Locale.ROOT, "%.1f\u00a0%%", 100.0 * part.hits() / part.of()),
                false);
    }

    private static String amount(BigDecimal amount, MoneyFigures money) {
        int decimals = amount.stripTrailingZeros().scale() > 0 ? money.decimals() : 0;
        return Numbers.decimals(amount, decimals) + "\u00a0" + money.currency();
    }

    private static String plain(BigDecimal number) {
        return Numbers.decimals(number, Math.max(0, number.stripTrailingZeros().scale()));
    }
}

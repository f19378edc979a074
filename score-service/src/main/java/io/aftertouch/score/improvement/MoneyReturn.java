package io.aftertouch.score.improvement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

import io.aftertouch.score.metric.Comparison;

/**
 * What the figures that somebody entered add up to; nothing here is known from answers.
 *
 * <ul>
 *   <li>conversion: those who bought of those who could, 4 of 100 is 4 %
 *   <li>average order: what all orders brought by their number, 10,000 / 50 is 200
 *   <li>lifetime value: what a customer brings in a year times the years, 1,000 × 5 is 5,000
 *   <li>gain: of the conversion, the orders more than at the share before, each an average one; of customers kept, their lifetime
 *       values; and whatever else was entered
 *   <li>return: (gain − cost) / cost
 * </ul>
 *
 * Amounts are rounded to the currency, half away from zero, each from exact parts.
 *
 * @param conversion how far the share after lies above the one before, in points of a percent
 * @param ratio the return as a number, 0.25 for 25 %; empty without a cost or without any gain entered
 */
record MoneyReturn(
        Optional<Comparison> conversion,
        Optional<BigDecimal> averageOrder,
        Optional<BigDecimal> lifetimeValue,
        Optional<BigDecimal> conversionGain,
        Optional<BigDecimal> lifetimeGain,
        Optional<BigDecimal> gain,
        Optional<BigDecimal> net,
        Optional<BigDecimal> ratio) {

    private static final int RATIO_DECIMALS = 4;

    static MoneyReturn of(MoneyFigures money) {
        Optional<BigDecimal> order = Optional.ofNullable(money.orders())
                .map(orders -> orders.revenue().divide(decimal(orders.count()), MathContext.DECIMAL128));
        Optional<BigDecimal> lifetime = Optional.ofNullable(money.lifetime())
                .map(one -> one.valuePerYear().multiply(one.years()));
        Optional<BigDecimal> ofConversion = Optional.ofNullable(money.conversion())
                .flatMap(conversion -> order.map(value -> moreOrders(conversion).multiply(value)));
        Optional<BigDecimal> ofLifetime =
                lifetime.map(value -> value.multiply(decimal(money.lifetime().customersKept())));
        Optional<BigDecimal> gain = Stream.of(ofConversion, ofLifetime, Optional.ofNullable(money.otherGain()))
                .flatMap(Optional::stream)
                .reduce(BigDecimal::add);
        Optional<BigDecimal> net = gain.map(all -> all.subtract(money.cost()));
        return new MoneyReturn(
                Optional.ofNullable(money.conversion())
                        .map(one -> Comparison.ofShares(
                                one.after().hits(),
                                one.after().of(),
                                one.before().hits(),
                                one.before().of())),
                order.map(amount -> rounded(amount, money)),
                lifetime.map(amount -> rounded(amount, money)),
                ofConversion.map(amount -> rounded(amount, money)),
                ofLifetime.map(amount -> rounded(amount, money)),
                gain.map(amount -> rounded(amount, money)),
                net.map(amount -> rounded(amount, money)),
                net.filter(any -> money.cost().signum() > 0)
                        .map(amount -> amount.divide(money.cost(), RATIO_DECIMALS, RoundingMode.HALF_UP)));
    }

    /** How many of those who could buy after the change did, beyond the share of before. */
    private static BigDecimal moreOrders(MoneyFigures.Conversion conversion) {
        BigDecimal atTheOldShare = decimal(conversion.before().hits())
                .multiply(decimal(conversion.after().of()))
                .divide(decimal(conversion.before().of()), MathContext.DECIMAL128);
        return decimal(conversion.after().hits()).subtract(atTheOldShare);
    }

    private static BigDecimal rounded(BigDecimal amount, MoneyFigures money) {
        return amount.setScale(money.decimals(), RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(long number) {
        return BigDecimal.valueOf(number);
    }
}

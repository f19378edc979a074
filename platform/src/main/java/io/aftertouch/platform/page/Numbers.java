package io.aftertouch.platform.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.quarkus.qute.TemplateExtension;

/** Numbers as staff pages show them: thousands 1,204, a true minus, halves away from zero. */
@TemplateExtension
public final class Numbers {

    private static final String MINUS = "−";

    private Numbers() {}

    /** {@code 1204.shown} is 1,204. */
    public static String shown(Number number) {
        return decimals(number, 0);
    }

    /** {@code 4.86.decimals(1)} is 4.9; −0.0 is 0.0. */
    public static String decimals(Number number, int decimals) {
        BigDecimal rounded = new BigDecimal(number.toString()).setScale(decimals, RoundingMode.HALF_UP);
        String digits = grouped(rounded.abs().toPlainString());
        return rounded.signum() < 0 ? MINUS + digits : digits;
    }

    /** Pages have hundreds of numbers: a format made for each took longer than the counting behind them. */
    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        StringBuilder grouped = new StringBuilder(digits);
        for (int comma = (point < 0 ? digits.length() : point) - 3; comma > 0; comma -= 3) {
            grouped.insert(comma, ',');
        }
        return grouped.toString();
    }

    /** {@code 0.2013.percent} is "20 %", with a space that does not break. */
    public static String percent(Number share) {
        return decimals(new BigDecimal(share.toString()).movePointRight(2), 0) + "\u00a0%";
    }
}

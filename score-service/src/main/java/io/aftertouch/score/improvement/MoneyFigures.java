package io.aftertouch.score.improvement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.aftertouch.platform.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an improvement cost and what it is said to have brought, as somebody entered it. All amounts are of one currency and have no
 * more decimals than it.
 */
@Schema(description = "What it cost and what it is said to have brought; all amounts of one currency")
public record MoneyFigures(
        @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency of three capitals, such as EUR")
        @Schema(examples = "EUR")
        String currency,

        @NotNull @PositiveOrZero @Digits(integer = 13, fraction = 4) @Schema(description = "What the change cost")
        BigDecimal cost,

        @Valid @Schema(description = "How many of those who could buy did, before and after")
        Conversion conversion,

        @Valid @Schema(description = "What all orders of a time brought, and how many they were")
        Orders orders,

        @Valid @Schema(description = "What customers who stayed are worth")
        Lifetime lifetime,

        @Digits(integer = 13, fraction = 4) @Schema(description = "Whatever else it brought or saved; may be a loss")
        BigDecimal otherGain) {

    private static final long MOST = 1_000_000_000L;

    /** So many out of so many. */
    @Schema(name = "ConversionCount")
    public record Part(
            @NotNull @Min(0) @Max(MOST) Long hits,
            @NotNull @Min(1) @Max(MOST) Long of) {}

    public record Conversion(
            @NotNull @Valid Part before, @NotNull @Valid Part after) {}

    public record Orders(
            @NotNull @PositiveOrZero @Digits(integer = 13, fraction = 4)
            BigDecimal revenue,

            @NotNull @Min(1) @Max(MOST) Long count) {}

    public record Lifetime(
            @NotNull @PositiveOrZero @Digits(integer = 13, fraction = 4) @Schema(description = "Of one customer")
            BigDecimal valuePerYear,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal years,

            @NotNull @Min(0) @Max(MOST) @Schema(description = "How many stayed because of the change")
            Long customersKept) {}

    /** What is wrong with the figures together. */
    @JsonIgnore
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (conversion != null) {
            more(errors, "money.conversion.before.hits", conversion.before());
            more(errors, "money.conversion.after.hits", conversion.after());
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            errors.add(new FieldError("money.currency", "must be a currency of ISO 4217, such as EUR"));
        } else {
            amounts()
                    .filter(amount -> amount.value().stripTrailingZeros().scale() > decimals())
                    .forEach(amount -> errors.add(new FieldError(
                            amount.field(), "has more decimals than %s: at most %d".formatted(currency, decimals()))));
        }
        return errors;
    }

    /** How many decimals amounts have. */
    @JsonIgnore
    int decimals() {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private record Amount(String field, BigDecimal value) {}

    private Stream<Amount> amounts() {
        return Stream.of(
                        new Amount("money.cost", cost),
                        orders == null ? null : new Amount("money.orders.revenue", orders.revenue()),
                        lifetime == null ? null : new Amount("money.lifetime.valuePerYear", lifetime.valuePerYear()),
                        otherGain == null ? null : new Amount("money.otherGain", otherGain))
                .filter(Objects::nonNull);
    }

    private static void more(List<FieldError> errors, String field, Part part) {
        if (part.hits() > part.of()) {
            errors.add(new FieldError(field, "must not be more than those who could"));
        }
    }
}

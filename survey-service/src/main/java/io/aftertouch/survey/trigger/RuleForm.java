package io.aftertouch.survey.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Condition;
import io.aftertouch.survey.judging.Operator;

/**
 * A rule as a form: how people type it, and how the API takes it. Times are those of the installation's zone, durations are written out ("2 hours")
 * or ISO 8601.
 *
 * @param zone in which times are typed
 */
record RuleForm(ZoneId zone) {

    static final int MOST_CHANNELS = 3;

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) *(second|minute|hour|day|week)s?");

    /** The whole rule. What is wrong with a field is said by the use case, or as an {@link PageForm.UnreadableField}. */
    CreateRule wish(PageForm typed) {
        return new CreateRule(
                typed.text("touchpoint"),
                typed.text("survey"),
                channels(typed),
                duration(typed.text("delay")),
                conditions(typed),
                percent(typed),
                typed.number("priority"),
                typed.text("cancelledBy"),
                duration(typed.text("expiresAfter")),
                duration(typed.text("quarantine")),
                duration(typed.text("deferUpTo")),
                duration(typed.text("reminderAfter")),
                instant(typed, "activeFrom"),
                instant(typed, "activeUntil"));
    }

    /** What can be changed about a rule that there is. */
    ChangeRule change(PageForm typed) {
        CreateRule wish = wish(typed);
        return new ChangeRule(
                typed.choice("state", RuleState.class),
                wish.channels(),
                wish.delay(),
                wish.conditions(),
                wish.samplePercent(),
                wish.priority(),
                wish.cancelledBy(),
                wish.expiresAfter(),
                wish.quarantine(),
                wish.deferUpTo(),
                wish.reminderAfter(),
                wish.activeFrom(),
                wish.activeUntil());
    }

    /** The form of a rule as it is. */
    PageForm typed(RuleView rule) {
        Map<String, List<String>> typed = new HashMap<>();
        put(typed, "version", rule.version());
        put(typed, "state", rule.state());
        put(typed, "touchpoint", rule.touchpoint());
        put(typed, "survey", rule.survey());
        typed.put("channels", rule.channels().stream().map(Channel::name).toList());
        put(typed, "delay", words(rule.delay()));
        put(typed, "samplePercent", rule.samplePercent().toPlainString());
        put(typed, "priority", rule.priority());
        put(typed, "cancelledBy", rule.cancelledBy());
        put(typed, "expiresAfter", words(rule.expiresAfter()));
        put(typed, "quarantine", words(rule.quarantine()));
        put(typed, "deferUpTo", words(rule.deferUpTo()));
        put(typed, "reminderAfter", words(rule.reminderAfter()));
        put(typed, "activeFrom", local(rule.activeFrom()));
        put(typed, "activeUntil", local(rule.activeUntil()));
        typed.put(
                "conditionField",
                rule.conditions().stream().map(Condition::field).toList());
        typed.put(
                "conditionOperator",
                rule.conditions().stream().map(one -> one.operator().name()).toList());
        typed.put(
                "conditionValue",
                rule.conditions().stream().map(RuleForm::compared).toList());
        return PageForm.of(typed);
    }

    private static void put(Map<String, List<String>> typed, String field, Object value) {
        if (value != null) {
            typed.put(field, List.of(value.toString()));
        }
    }

    private static String compared(Condition condition) {
        return condition.values() == null
                ? Objects.requireNonNullElse(condition.value(), "")
                : String.join(", ", condition.values());
    }

    private static List<Channel> channels(PageForm typed) {
        List<Channel> channels = typed.all("channels").stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(RuleForm::channel)
                .distinct()
                .toList();
        return channels.isEmpty() ? null : channels;
    }

    private static Channel channel(String name) {
        try {
            return Channel.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new PageForm.UnreadableField("channels", "is not one of the choices");
        }
    }

    /** A line without a field is not there. */
    private static List<ConditionInput> conditions(PageForm typed) {
        List<ConditionInput> conditions = new ArrayList<>();
        for (Line line : lines(typed)) {
            if (!line.field().isBlank()) {
                conditions.add(condition(line));
            }
        }
        return conditions;
    }

    private static ConditionInput condition(Line line) {
        Operator operator = operator(line.operator());
        String value = line.value().strip();
        return switch (operator) {
            case IN ->
                new ConditionInput(
                        line.field().strip(),
                        operator,
                        null,
                        Stream.of(value.split(","))
                                .map(String::strip)
                                .filter(choice -> !choice.isEmpty())
                                .toList());
            case EXISTS -> new ConditionInput(line.field().strip(), operator, null, null);
            case EQUALS, NOT_EQUALS, GREATER_THAN, LESS_THAN, CONTAINS ->
                new ConditionInput(line.field().strip(), operator, value.isEmpty() ? null : value, null);
        };
    }

    private static Operator operator(String name) {
        try {
            return Operator.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new PageForm.UnreadableField("conditions", "holds a comparison that is not one of the choices");
        }
    }

    /** A condition as it is typed. */
    record Line(int number, String field, String operator, String value) {}

    static List<Line> lines(PageForm typed) {
        List<String> fields = typed.all("conditionField");
        List<String> operators = typed.all("conditionOperator");
        List<String> values = typed.all("conditionValue");
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            lines.add(new Line(
                    i + 1,
                    fields.get(i),
                    i < operators.size() ? operators.get(i) : Operator.EQUALS.name(),
                    i < values.size() ? values.get(i) : ""));
        }
        return lines;
    }

    /** The form with one condition less. */
    static PageForm without(PageForm typed, int number) {
        return with(
                typed,
                lines(typed).stream().filter(line -> line.number() != number).toList());
    }

    /** The form with room for another condition. */
    static PageForm withAnother(PageForm typed) {
        List<Line> lines = new ArrayList<>(lines(typed));
        lines.add(new Line(lines.size() + 1, "", Operator.EQUALS.name(), ""));
        return with(typed, lines);
    }

    private static PageForm with(PageForm typed, List<Line> lines) {
        Map<String, List<String>> changed = new HashMap<>(typed.typed());
        changed.put("conditionField", lines.stream().map(Line::field).toList());
        changed.put("conditionOperator", lines.stream().map(Line::operator).toList());
        changed.put("conditionValue", lines.stream().map(Line::value).toList());
        return PageForm.of(changed);
    }

    private static BigDecimal percent(PageForm typed) {
        String text = typed.text("samplePercent");
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new PageForm.UnreadableField("samplePercent", "must be a number");
        }
    }

    private static String duration(String text) {
        if (text == null) {
            return null;
        }
        Matcher words = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!words.matches()) {
            return text;
        }
        long amount = Long.parseLong(words.group(1));
        Duration duration =
                switch (words.group(2)) {
                    case "second" -> Duration.ofSeconds(amount);
                    case "minute" -> Duration.ofMinutes(amount);
                    case "hour" -> Duration.ofHours(amount);
                    case "day" -> Duration.ofDays(amount);
                    default -> Duration.ofDays(7 * amount);
                };
        return IsoDuration.text(duration);
    }

    /** "2 hours", in the largest unit that fits; null for none. */
    static String words(String iso) {
        if (iso == null) {
            return null;
        }
        Duration duration = Duration.parse(iso);
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)) {
            long amount = duration.dividedBy(unit.getDuration());
            if (amount > 0 && unit.getDuration().multipliedBy(amount).equals(duration)) {
                String name = unit.name().toLowerCase(Locale.ROOT);
                return amount + " " + (amount == 1 ? name.substring(0, name.length() - 1) : name);
            }
        }
        return duration.toSeconds() + " seconds";
    }

    private Instant instant(PageForm typed, String field) {
        String text = typed.text(field);
        try {
            return text == null ? null : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new PageForm.UnreadableField(field, "must be a date and time such as 2026-11-21T09:00");
        }
    }

    private String local(Instant at) {
        return at == null
                ? null
                : LocalDateTime.ofInstant(at, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }
}

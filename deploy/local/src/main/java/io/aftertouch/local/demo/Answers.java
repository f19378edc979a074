package io.aftertouch.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** The answers at one touchpoint, day by day. */
final class Answers {

    /** How many of a hundred write a comment: the displeased do most often. */
    private static final Map<Band, Integer> COMMENTING = Map.of(Band.NEGATIVE, 62, Band.NEUTRAL, 36, Band.POSITIVE, 28);

    private static final double SWING = 0.15;
    private static final double DAYS_OF_SWING = 41;

    private final Story story;
    private final Customers customers;
    private final Touchpoint touchpoint;
    private final Random random;
    private final Comments comments;
    private final Map<String, EvenSpread> spreads = new HashMap<>();
    private final double phase;

    private Answers(Story story, Customers customers, Touchpoint touchpoint) {
        this.story = story;
        this.customers = customers;
        this.touchpoint = touchpoint;
        this.random = story.chance(touchpoint.key());
        this.comments = new Comments(story.chance(touchpoint.key() + " comments"));
        this.phase = random.nextDouble() * 2 * Math.PI;
    }

    /** All answers of the story, the earliest first. */
    static List<Answer> of(Story story, Customers customers) {
        List<Answer> all = new ArrayList<>();
        for (Touchpoint touchpoint : Touchpoint.values()) {
            all.addAll(numbered(new Answers(story, customers, touchpoint).write(), touchpoint));
        }
        all.sort(Comparator.comparing(Answer::answeredAt).thenComparing(Answer::id));
        return all;
    }

    private static List<Answer> numbered(List<Answer> answers, Touchpoint touchpoint) {
        List<Answer> inOrder = answers.stream()
                .sorted(Comparator.comparing(Answer::answeredAt))
                .toList();
        List<Answer> numbered = new ArrayList<>();
        for (Answer answer : inOrder) {
            numbered.add(answer.withId(String.format(Locale.ROOT, "%s-%04d", touchpoint.key(), numbered.size() + 1)));
        }
        return numbered;
    }

    private List<Answer> write() {
        List<Answer> answers = new ArrayList<>();
        for (long daysAgo = Story.DAYS; daysAgo >= 0; daysAgo--) {
            if (touchpoint.existed(daysAgo)) {
                answers.addAll(day(daysAgo));
            }
        }
        answers.addAll(hostile());
        return answers;
    }

    private List<Answer> day(long daysAgo) {
        LocalDate date = story.lastDay().minusDays(daysAgo);
        Optional<Trouble> trouble = Trouble.at(touchpoint, daysAgo);
        Predicate<Customer> spared = customer -> touchpoint.concerns(customer)
                && trouble.filter(one -> one.concerns(customer)).isEmpty();
        List<Answer> answers = new ArrayList<>();
        for (int i = usualNumber(date); i > 0; i--) {
            usual(date, daysAgo, customers.any(random, touchpoint::concerns), spared)
                    .ifPresent(answers::add);
        }
        trouble.ifPresent(one -> {
            for (int i = 0; i < one.answersPerDay(); i++) {
                Customer customer = customers.any(random, who -> touchpoint.concerns(who) && one.concerns(who));
                at(date).map(when -> angry(when, customer, one, daysAgo)).ifPresent(answers::add);
            }
        });
        return answers;
    }

    /** The expected number, shaken a little and rounded by chance. */
    private int usualNumber(LocalDate date) {
        double expected = touchpoint.answersPerWeek() / 7 * touchpoint.rhythm().of(date.getDayOfWeek());
        return (int) (expected * (0.5 + random.nextDouble()) + random.nextDouble());
    }

    private Optional<Answer> usual(LocalDate date, long daysAgo, Customer customer, Predicate<Customer> spared) {
        Optional<Instant> when = at(date);
        if (when.isEmpty() || !spared.test(customer)) {
            return Optional.empty();
        }
        Mood mood = touchpoint.mood().times(1 + SWING * Math.sin(phase + 2 * Math.PI * daysAgo / DAYS_OF_SWING));
        Band band = mood.band(spread(customer, "usual").next());
        int score = touchpoint.survey().scale().score(band, random);
        return Optional.of(answer(when.get(), customer, score, comment(customer, band, touchpoint.topic())));
    }

    private Answer angry(Instant when, Customer customer, Trouble trouble, long daysAgo) {
        Mood mood = trouble.mood(daysAgo);
        Band band = mood.band(spreads.computeIfAbsent(trouble + " " + mood, fresh -> new EvenSpread(random))
                .next());
        int score = touchpoint.survey().scale().angryScore(band, random);
        String topic = band == Band.NEGATIVE ? trouble.topic() : touchpoint.topic();
        return answer(when, customer, score, comment(customer, band, topic));
    }

    /** Text that would do harm where it is taken for anything but text. */
    private List<Answer> hostile() {
        return switch (touchpoint) {
            case RETURN_REFUNDED ->
                List.of(answer(
                        story.until().minus(Duration.ofHours(26)),
                        dane(),
                        2,
                        "<script>alert(1)</script> Pengene kom først efter 19 dage."));
            case ORDER_DELIVERED ->
                List.of(answer(story.until().minus(Duration.ofHours(7)), dane(), 9, "<b>Super</b> {{7*7}}"));
            case GUIDE_READ,
                    STORE_VISITED,
                    SEARCH_USED,
                    CHECKOUT_COMPLETED,
                    STORE_PURCHASED,
                    ORDER_COLLECTED,
                    CALL_ENDED,
                    TICKET_CLOSED,
                    CLUB_JOINED,
                    CLUB_ONE_YEAR -> List.of();
        };
    }

    private Customer dane() {
        return customers.any(random, customer -> customer.language().equals("da"));
    }

    private EvenSpread spread(Customer customer, String crowd) {
        return spreads.computeIfAbsent(
                customer.country() + " " + customer.plan() + " " + crowd, fresh -> new EvenSpread(random));
    }

    private String comment(Customer customer, Band band, String topic) {
        return random.nextInt(100) < COMMENTING.get(band)
                ? comments.write(customer.language(), band, topic, touchpoint.topic())
                : null;
    }

    /** A time on that day; empty when it lies outside the story. */
    private Optional<Instant> at(LocalDate date) {
        Instant when = date.atTime(touchpoint.rhythm().time(random))
                .plusNanos(1_000_000L * random.nextInt(1_000))
                .atZone(Story.ZONE)
                .toInstant();
        return Optional.of(when).filter(time -> time.isAfter(story.from()) && time.isBefore(story.until()));
    }

    private Answer answer(Instant when, Customer customer, int score, String comment) {
        return new Answer(
                "demo",
                "",
                touchpoint.survey().key(),
                touchpoint.key(),
                score,
                comment,
                customer.ref(),
                customer.segments(touchpoint),
                customer.language(),
                when,
                touchpoint.survey().scale().band(score));
    }
}

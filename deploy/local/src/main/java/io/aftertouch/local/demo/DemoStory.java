package io.aftertouch.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What happened at Nordlys in the ninety days before the moment that the demo was first run. Everything is quiet but two things: for three days
 * Swedish parcels have gone to pick-up points far from home, and for twelve days guests without an account cannot read the reply to their ticket. The
 * same moment gives the same story.
 */
final class DemoStory {

    static final Duration LENGTH = Duration.ofDays(90);
    private static final Duration SWEDISH_TROUBLE = Duration.ofDays(3);
    private static final Duration GUEST_TROUBLE = Duration.ofDays(12);
    private static final int SWEDISH_ANSWERS_IN_TROUBLE = 33;
    private static final int CUSTOMERS = 4_000;
    private static final Map<String, Integer> COUNTRIES = weights("DK", 40, "SE", 26, "NO", 20, "FI", 14);
    private static final Map<String, Integer> PLANS = weights("club", 62, "guest", 38);
    private static final Map<String, Integer> CARRIERS = weights("north", 45, "bring", 35, "bike", 20);

    private final Random random = new Random(20_260_821);
    private final Instant end;

    DemoStory(Instant end) {
        this.end = end;
    }

    /** All answers, oldest first. */
    List<DemoAnswer> answers() {
        List<DemoAnswer> answers = new ArrayList<>();
        for (DemoTouchpoint touchpoint : DemoShop.TOUCHPOINTS) {
            for (int i = 0; i < touchpoint.answers(); i++) {
                answers.add(
                        answer(touchpoint, i, someTime(touchpoint.answers() < 10 ? Duration.ofDays(6) : LENGTH), null));
            }
        }
        DemoTouchpoint delivered = touchpoint(DemoTouchpoint.ORDER_DELIVERED);
        for (int i = 0; i < SWEDISH_ANSWERS_IN_TROUBLE; i++) {
            answers.add(answer(delivered, delivered.answers() + i, someTime(SWEDISH_TROUBLE), "SE"));
        }
        answers.sort(java.util.Comparator.comparing(DemoAnswer::answeredAt).thenComparing(DemoAnswer::id));
        return answers;
    }

    static DemoTouchpoint touchpoint(String key) {
        return DemoShop.TOUCHPOINTS.stream()
                .filter(touchpoint -> touchpoint.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private DemoAnswer answer(DemoTouchpoint touchpoint, int number, Instant at, String givenCountry) {
        String country = givenCountry == null ? pick(COUNTRIES) : givenCountry;
        Map<String, String> segments = new LinkedHashMap<>();
        segments.put("country", country);
        segments.put("plan", pick(PLANS));
        if (touchpoint.hasCarrier()) {
            segments.put("carrier", pick(CARRIERS));
        }
        boolean swedishTrouble = touchpoint.key().equals(DemoTouchpoint.ORDER_DELIVERED)
                && country.equals("SE")
                && at.isAfter(end.minus(SWEDISH_TROUBLE));
        boolean guestTrouble = touchpoint.key().equals(DemoTouchpoint.TICKET_CLOSED)
                && segments.get("plan").equals("guest")
                && at.isAfter(end.minus(GUEST_TROUBLE));
        int negative = swedishTrouble ? 76 : guestTrouble ? 32 : touchpoint.negative();
        int positive = swedishTrouble ? 12 : guestTrouble ? 54 : touchpoint.positive();
        DemoMood mood = mood(positive, negative);
        String locale = locale(country);
        return new DemoAnswer(
                touchpoint.key() + "-" + number,
                touchpoint,
                pick(touchpoint.scale().weights(mood)),
                comment(mood, locale, swedishTrouble, guestTrouble),
                "r-" + (1_000 + random.nextInt(CUSTOMERS)),
                segments,
                locale,
                at);
    }

    private DemoMood mood(int positive, int negative) {
        int percent = random.nextInt(100);
        if (percent < negative) {
            return DemoMood.NEGATIVE;
        }
        return percent < 100 - positive ? DemoMood.NEUTRAL : DemoMood.POSITIVE;
    }

    private String comment(DemoMood mood, String locale, boolean swedishTrouble, boolean guestTrouble) {
        if (random.nextInt(100) >= (mood == DemoMood.NEGATIVE ? 65 : 22)) {
            return null;
        }
        if (mood == DemoMood.NEGATIVE && swedishTrouble) {
            return pick(DemoWords.SWEDISH_PARCELS);
        }
        if (mood == DemoMood.NEGATIVE && guestTrouble) {
            return pick(DemoWords.GUESTS_WITHOUT_ACCOUNT);
        }
        return pick(DemoWords.of(locale, mood));
    }

    /** Some customers write in German wherever they live; in Finland most of them write in English here. */
    private String locale(String country) {
        if (random.nextInt(100) < 6) {
            return "de";
        }
        return switch (country) {
            case "DK" -> "da";
            case "SE" -> "sv";
            case "NO" -> "nb";
            default -> "en";
        };
    }

    private Instant someTime(Duration before) {
        return end.minusSeconds(60 + random.nextLong(before.toSeconds() - 120)).truncatedTo(ChronoUnit.SECONDS);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> T pick(Map<T, Integer> weights) {
        int left = random.nextInt(
                weights.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<T, Integer> choice : weights.entrySet()) {
            left -= choice.getValue();
            if (left < 0) {
                return choice.getKey();
            }
        }
        throw new IllegalStateException("The weights add up to less than their sum.");
    }

    private static Map<String, Integer> weights(Object... pairs) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return weights;
    }

    /** Events of the last five days, some of the same customers again, so that the ledger has something to say. */
    List<DemoEvent> events() {
        List<DemoEvent> events = new ArrayList<>();
        List<DemoTouchpoint> asking = DemoShop.TOUCHPOINTS.stream()
                .filter(touchpoint -> touchpoint.answers() > 100)
                .toList();
        for (int i = 0; i < DemoEvent.COUNT; i++) {
            DemoTouchpoint touchpoint = asking.get(i % asking.size());
            String country = pick(COUNTRIES);
            int customer = i % 8 == 7 ? i - 7 : i;
            events.add(new DemoEvent(
                    "event-" + i,
                    touchpoint,
                    "e-" + customer,
                    locale(country),
                    Map.of("country", country, "plan", pick(PLANS)),
                    someTime(Duration.ofDays(5)),
                    random.nextInt(100) < 35
                            ? pick(touchpoint.scale().weights(mood(touchpoint.positive(), touchpoint.negative())))
                            : null));
        }
        return events;
    }
}

package io.aftertouch.local.demo;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What went wrong at Nordlys lately, for whom. Those concerned answer more often than usual, and angrily. */
enum Trouble {
    /** Swedish parcels go to pick-up points far from home. */
    FAR_PICK_UP_POINTS(
            Touchpoint.ORDER_DELIVERED, customer -> customer.country().equals("SE"), "pickup", 3, 12) {
        @Override
        Mood mood(long daysAgo) {
            return new Mood(0.75, 0.12);
        }
    },
    /** Guests without an account are told to sign in to see the reply; by now hardly anybody gets round it. */
    LOCKED_REPLIES(Touchpoint.TICKET_CLOSED, customer -> customer.plan().equals("guest"), "locked", 12, 9) {
        @Override
        Mood mood(long daysAgo) {
            return daysAgo > 3 ? new Mood(0.34, 0.14) : new Mood(0.6, 0.12);
        }
    };

    private final Touchpoint touchpoint;
    private final Predicate<Customer> concerned;
    private final String topic;
    private final int beganDaysAgo;
    private final int answersPerDay;

    Trouble(Touchpoint touchpoint, Predicate<Customer> concerned, String topic, int beganDaysAgo, int answersPerDay) {
        this.touchpoint = touchpoint;
        this.concerned = concerned;
        this.topic = topic;
        this.beganDaysAgo = beganDaysAgo;
        this.answersPerDay = answersPerDay;
    }

    static Optional<Trouble> at(Touchpoint touchpoint, long daysAgo) {
        return Stream.of(values())
                .filter(trouble -> trouble.touchpoint == touchpoint && daysAgo <= trouble.beganDaysAgo)
                .findFirst();
    }

    abstract Mood mood(long daysAgo);

    Touchpoint touchpoint() {
        return touchpoint;
    }

    boolean concerns(Customer customer) {
        return concerned.test(customer);
    }

    /** What the displeased ones write about. */
    String topic() {
        return topic;
    }

    int beganDaysAgo() {
        return beganDaysAgo;
    }

    int answersPerDay() {
        return answersPerDay;
    }
}

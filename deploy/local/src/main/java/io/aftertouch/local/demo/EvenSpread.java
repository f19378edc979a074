package io.aftertouch.local.demo;

import java.util.Random;

/**
 * Places between 0 and 1 that fill the range evenly, in no order that anybody would notice: multiples of the golden ratio, shaken a little. Plain
 * chance would now and then put a hot spot where there is no trouble.
 */
final class EvenSpread {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double SHAKE = 0.12;

    private final Random random;
    private double place;

    EvenSpread(Random random) {
        this.random = random;
        this.place = random.nextDouble();
    }

    double next() {
        place = fraction(place + GOLDEN);
        return fraction(place + 1 + SHAKE * (random.nextDouble() - 0.5));
    }

    private static double fraction(double number) {
        return number - Math.floor(number);
    }
}

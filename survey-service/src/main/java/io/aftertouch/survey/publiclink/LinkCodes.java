package io.aftertouch.survey.publiclink;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

import jakarta.inject.Singleton;

/**
 * Makes the codes of public links: eight signs of 28.
 *
 * <p>Somebody types them from a receipt. So there are only small letters and digits, and none that looks like another (0 and o, 1 and l and i);
 * no vowels, so that no code is a word that a company would not print; and eight signs, which are written as two groups of four.
 *
 * <p>A code is no secret: it hangs in a shop. But nobody should find the links that hang elsewhere. Eight signs are 38 bits; with ten thousand
 * links in use one try in 38 million hits, and an address has twenty misses a minute: a hit takes one address three and a half years.
 */
@Singleton
class LinkCodes {

    static final String SIGNS = "23456789bcdfghjkmnpqrstvwxyz";
    static final int LENGTH = 8;

    private final RandomGenerator random;

    LinkCodes() {
        this(new SecureRandom());
    }

    LinkCodes(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> code.append(SIGNS.charAt(sign)));
        return code.toString();
    }

    /** As people read and type it: {@code k7mp-x3qd}. The form takes it with and without the hyphen, in small and capital letters. */
    static String grouped(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }
}

package io.aftertouch.platform.testing;

import java.util.function.Supplier;

import io.restassured.response.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who tries links that do not exist, one after the other. */
public final class Guessing {

    private static final int ALLOWED_AT_ONCE = 20;
    private static final int MOST = 2 * ALLOWED_AT_ONCE;
    private static final int TOO_MANY = 429;

    private Guessing() {}

    /**
     * Guesses until that is refused. One guess more is allowed every three seconds, so how many it takes is up to the machine.
     *
     * @param guess opens a link that does not exist, each time from the same address
     * @return the refusal
     */
    public static Response untilRefused(Supplier<Response> guess) {
        for (int guesses = 0; guesses < MOST; guesses++) {
            Response response = guess.get();
            if (response.statusCode() == TOO_MANY) {
                assertThat(guesses).as("guesses that were answered").isPositive();
                return response;
            }
            assertThat(response.statusCode()).isEqualTo(404);
        }
        throw new AssertionError(MOST + " guesses were allowed");
    }
}

package io.aftertouch.feedback.form;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.inject.spi.CDI;

import io.aftertouch.platform.seal.Stamps;
import io.aftertouch.platform.seal.Stamps.Shown;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** How a person sends a form: with a browser, and after reading it. */
public final class Person {

    public static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private static final Duration READING = Duration.ofSeconds(5);

    private Person() {}

    /** A form that was read for a while, to be posted to its path. */
    public static RequestSpecification whoRead(String path) {
        return sending()
                .formParam("shown", stamp(Shown.QUESTION, path, READING))
                .formParam("hand", "seen");
    }

    /** The same of the question whether a person sends it. */
    static RequestSpecification whoConfirms(String path) {
        return sending()
                .formParam("shown", stamp(Shown.CONFIRMATION, path, READING))
                .formParam("hand", "seen");
    }

    static RequestSpecification sending() {
        return given().redirects()
                .follow(false)
                .header("User-Agent", BROWSER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** The stamp of a page that was shown some time ago. */
    static String stamp(Shown shown, String path, Duration ago) {
        return CDI.current()
                .select(Stamps.class)
                .get()
                .at(shown, path, Instant.now().minus(ago));
    }
}

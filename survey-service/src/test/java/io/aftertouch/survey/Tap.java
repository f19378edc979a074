package io.aftertouch.survey;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.inject.spi.CDI;

import io.aftertouch.platform.seal.Stamps;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** How a person presses a button of the page on which questions are ended: after reading it. */
public final class Tap {

    private Tap() {}

    /** @param page {@code /u/…}, or one below it */
    public static RequestSpecification on(String page) {
        return after(Duration.ofSeconds(5), page);
    }

    /** @param reading how long the page was there before somebody pressed */
    public static RequestSpecification after(Duration reading, String page) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("shown", stamp(reading, page));
    }

    /** What stands in a page that was shown some time ago. */
    public static String stamp(Duration ago, String page) {
        String link = page.replaceFirst("/erasure$", "");
        return CDI.current()
                .select(Stamps.class)
                .get()
                .at(Stamps.Shown.QUESTION, link, Instant.now().minus(ago));
    }

    /** A mail program asked its reader, who pressed its own button. */
    public static RequestSpecification inMailProgram() {
        return given().contentType("application/x-www-form-urlencoded").body("List-Unsubscribe=One-Click");
    }
}

package io.aftertouch.feedback.review;

import java.util.Map;

import io.aftertouch.feedback.Company;
import io.restassured.http.ContentType;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A customer of a {@link Desk} who answered through an invitation, as most do. */
public record Customer(Desk desk, Company.Link link) {

    /** Answers badly in Danish. */
    public static Customer disappointed(Desk desk) {
        return disappointed(desk, Map.of("locale", "da-DK"));
    }

    /** @param different what is not as usual with the invitation */
    public static Customer disappointed(Desk desk, Map<String, Object> different) {
        Customer customer = new Customer(desk, Company.invite(desk.survey(), desk.touchpoint(), different));
        customer.answers(2);
        return customer;
    }

    public String answers(int score) {
        return answers(link, score);
    }

    /** @return the id of the answer */
    public static String answers(Desk desk, Company.Link link, int score) {
        return new Customer(desk, link).answers(score);
    }

    private String answers(Company.Link to, int score) {
        return given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .body(Map.of("invitation", to.token(), "score", score, "comment", "Pakken kom aldrig"))
                .post("/api/v1/responses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public Customer allowsContact() {
        given().redirects()
                .follow(false)
                .formParam("contact", "yes")
                .post(link.path() + "/contact")
                .then()
                .statusCode(303);
        return this;
    }

    /** The case of the answer. */
    public String reviewCase() {
        String id = given().auth()
                .oauth2(desk.key())
                .queryParam("touchpoint", desk.touchpoint())
                .queryParam("limit", 200)
                .get(Desk.CASES)
                .jsonPath()
                .getString("items.find { it.respondentRef == '" + link.respondent() + "' }.id");
        assertThat(id).as("the case").isNotNull();
        return id;
    }
}

package io.aftertouch.survey.brand;

import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A survey wears what it has of its own, and of all else what the company has, which nobody has set here. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class SurveyBrandTest {

    private final Installation shop = new Installation();
    private String survey;
    private String brand;

    @BeforeEach
    void aSurveyIsPublished() {
        survey = shop.publishedSurvey("NPS");
        brand = "/api/v1/surveys/" + survey + "/brand";
    }

    @Test
    void itsNextVersionShowsItAndSoDoesADuplicate() {
        shop.get(brand)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("name", nullValue())
                .body("accent", nullValue());

        change("\"0\"", Map.of("name", "Sydlys", "accent", "#ff6600"))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("accent.light.colour", equalTo("#ba4a00"));
        change("\"0\"", Map.of("name", "Too late")).statusCode(412);
        given().header("Authorization", "Bearer " + TestKeys.allScopes())
                .header("If-Match", "\"1\"")
                .contentType("image/png")
                .body(Pictures.logo("png", 960, 200))
                .put(brand + "/logo")
                .then()
                .statusCode(200)
                .body("logo.width", equalTo(192));

        published(survey).body("brandName", equalTo("Sydlys")).body("brand.logo.width", equalTo(192));
        String other = fresh("survey");
        shop.post("/api/v1/surveys/" + survey + "/duplicate", Map.of("key", other))
                .statusCode(201);
        published(other).body("brand.name", equalTo("Sydlys")).body("brand.accent.chosen", equalTo("#ff6600"));
        published(shop.publishedSurvey("CES")).body("brand.name", equalTo("Nordlys"));

        shop.as().get(brand + "/logo").then().statusCode(200).contentType("image/png");
        shop.as().header("If-Match", "\"2\"").delete(brand + "/logo").then().statusCode(200);
        change("\"3\"", Map.of()).statusCode(200);
        published(survey).body("brand.name", equalTo("Nordlys")).body("brand.logo", nullValue());
        shop.get("/api/v1/surveys/" + survey + "/versions/2").body("brand.name", equalTo("Sydlys"));
    }

    @Test
    void itsPageShowsAndChangesIt() {
        String page = "/surveys/" + survey + "/brand";
        assertThat(page(page)).contains("A brand of its own", "The company’s", "href=\"/surveys/" + survey + "/mail\"");
        form(page, "0", "Sydlys", "green").statusCode(422);
        form(page, "0", "Sydlys", "#1c3f6e").statusCode(303);
        assertThat(page(page)).contains("Sydlys", "#1c3f6e");
        assertThat(page("/surveys/" + survey)).contains("The draft differs from version 1");
        assertThat(form(page, "0", "Too late", "").statusCode(422).extract().asString())
                .contains("Not saved.");
    }

    @Test
    void whatIsNotThereHasNoBrand() {
        shop.get("/api/v1/surveys/no-such-survey/brand").statusCode(404);
        shop.get("/api/v1/surveys/no-such-survey/brand/logo").statusCode(404);
        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Nobody"))
                .put("/api/v1/surveys/no-such-survey/brand")
                .then()
                .statusCode(404);
        shop.get(brand + "/logo").statusCode(404);
        shop.as().get("/surveys/no-such-survey/brand").then().statusCode(404);
        Installation.as(TestKeys.withScopes("config:read"))
                .header("If-Match", "\"0\"")
                .body(Map.of())
                .put(brand)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse change(String ifMatch, Map<String, Object> wish) {
        return shop.as().header("If-Match", ifMatch).body(wish).put(brand).then();
    }

    private ValidatableResponse published(String key) {
        String version = shop.as()
                .body(Map.of())
                .post("/api/v1/surveys/" + key + "/publication")
                .then()
                .extract()
                .path("version")
                .toString();
        return shop.get("/api/v1/surveys/" + key + "/versions/" + version).statusCode(200);
    }

    private ValidatableResponse form(String page, String version, String name, String accent) {
        return given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + TestKeys.allScopes())
                .multiPart("version", version)
                .multiPart("name", name)
                .multiPart("accent", accent)
                .post(page)
                .then();
    }

    private String page(String path) {
        return shop.as().get(path).then().statusCode(200).extract().asString();
    }
}

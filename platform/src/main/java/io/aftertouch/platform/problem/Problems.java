package io.aftertouch.platform.problem;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.RoutingContext;

/**
 * Turns a problem into an answer: {@code application/problem+json} under {@code /api/} and for whoever does not ask for HTML, a plain page for
 * everybody else.
 */
@Singleton
public class Problems {

    /** After how many seconds it is worth trying again, by status. */
    private static final Map<Integer, String> RETRY_AFTER = Map.of(429, "60", 503, "2");

    private final ProblemCatalog catalog;
    private final ObjectMapper json;
    private final Template page;

    Problems(ProblemCatalog catalog, ObjectMapper json, @Location("problem") Template page) {
        this.catalog = catalog;
        this.json = json;
        this.page = page;
    }

    public Response response(RoutingContext request, String slug, String detail, List<FieldError> errors) {
        Rendered rendered = render(request, slug, detail, errors);
        var response = Response.status(rendered.status()).type(rendered.type()).entity(rendered.body());
        if (RETRY_AFTER.containsKey(rendered.status())) {
            response.header("Retry-After", RETRY_AFTER.get(rendered.status()));
        }
        return response.build();
    }

    /** Ends a request that never reaches a resource. */
    public void end(RoutingContext request, String slug, String detail) {
        Rendered rendered = render(request, slug, detail, List.of());
        var response = request.response().setStatusCode(rendered.status()).putHeader("Content-Type", rendered.type());
        if (RETRY_AFTER.containsKey(rendered.status())) {
            response.putHeader("Retry-After", RETRY_AFTER.get(rendered.status()));
        }
        response.end(rendered.body());
    }

    private record Rendered(int status, String type, String body) {}

    private Rendered render(RoutingContext request, String slug, String detail, List<FieldError> errors) {
        var entry = catalog.entry(slug);
        String path = request.request().path();
        var problem = new Problem("/problems/" + slug, entry.title(), entry.status(), detail, path, errors);
        if (isPage(request)) {
            return new Rendered(entry.status(), "text/html;charset=UTF-8", html(problem, entry));
        }
        try {
            return new Rendered(entry.status(), Problem.MEDIA_TYPE, json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String html(Problem problem, ProblemCatalog.Entry entry) {
        return page.data("problem", problem).data("entry", entry).render();
    }

    static boolean isPage(RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        return !request.request().path().startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}

package io.aftertouch.platform.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

/** Explains each problem to whoever follows its {@code type}. */
@Path("/problems")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ProblemPages {

    private final ProblemCatalog catalog;
    private final Template index;
    private final Template explanation;

    ProblemPages(
            ProblemCatalog catalog,
            @Location("problems") Template index,
            @Location("problem-explained") Template explanation) {
        this.catalog = catalog;
        this.index = index;
        this.explanation = explanation;
    }

    @GET
    public TemplateInstance all() {
        return index.data("problems", catalog.all().entrySet());
    }

    @GET
    @Path("/{slug}")
    public TemplateInstance one(@PathParam("slug") String slug) {
        return explanation.data("slug", slug).data("entry", catalog.find(slug).orElseThrow(NotFoundException::new));
    }
}

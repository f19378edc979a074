package io.aftertouch.survey.erasure;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.RespondentPath;
import io.aftertouch.survey.respondent.Respondents;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** Asks again before a respondent is erased. */
@Path("/respondents/{ref}/erasure")
@Produces(MediaType.TEXT_HTML)
class ErasurePages {

    private final Respondents respondents;
    private final Erasing erasing;
    private final Caller caller;
    private final Template page;

    ErasurePages(Respondents respondents, Erasing erasing, Caller caller, @Location("erasure") Template page) {
        this.respondents = respondents;
        this.erasing = erasing;
        this.caller = caller;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param path of the respondent
     * @param back where whoever does not erase goes on
     */
    record ErasurePage(String ref, String path, String back, String name) {}

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    public String ask(@PathParam("ref") String segment) {
        String ref = RespondentPath.ref(segment).orElseThrow(NotFound::new);
        Respondent person = respondents.orStranger(ref);
        String path = "/respondents/" + RespondentPath.segment(ref);
        ErasurePage shown = new ErasurePage(
                ref,
                path,
                respondents.find(ref).isPresent() ? path : "/privacy",
                person.name().or(person::email).orElse(ref));
        return page.data("page", shown).render();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.ADMIN)
    public Response erase(@PathParam("ref") String segment) {
        erasing.erase(RespondentPath.ref(segment).orElseThrow(NotFound::new), caller.name());
        return Response.status(303)
                .header("Location", "/respondents?erased=yes")
                .build();
    }
}

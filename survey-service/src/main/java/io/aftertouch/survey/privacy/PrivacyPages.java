package io.aftertouch.survey.privacy;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.survey.privacy.PrivacyPage.Kept;
import io.aftertouch.survey.privacy.PrivacyPage.Person;
import io.aftertouch.survey.respondent.ErasureRequestRepository;
import io.aftertouch.survey.respondent.PrivacyLog;
import io.aftertouch.survey.respondent.RespondentPath;
import io.aftertouch.survey.respondent.Respondents;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** What is kept about people: looked up, handed out, erased; and how long it is kept at all. */
@Path("/privacy")
@Produces(MediaType.TEXT_HTML)
class PrivacyPages {

    private static final int ACTS = 20;
    private static final int LONGEST = 254;

    private final Respondents respondents;
    private final Exporting exporting;
    private final ErasureProgress erasure;
    private final RetentionOverview retention;
    private final PrivacyLog log;
    private final ErasureRequestRepository requests;
    private final Caller caller;
    private final CallerNames names;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;
    private final Template page;

    PrivacyPages(
            Respondents respondents,
            Exporting exporting,
            ErasureProgress erasure,
            RetentionOverview retention,
            PrivacyLog log,
            ErasureRequestRepository requests,
            Caller caller,
            CallerNames names,
            CurrentVertxRequest current,
            ObjectMapper json,
            @Location("privacy") Template page) {
        this.respondents = respondents;
        this.exporting = exporting;
        this.erasure = erasure;
        this.retention = retention;
        this.log = log;
        this.requests = requests;
        this.caller = caller;
        this.names = names;
        this.current = current;
        this.json = json;
        this.page = page;
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    public String show(@QueryParam("respondent") String sought) {
        return render(sought, null);
    }

    @GET
    @Path("/export")
    @PermissionsAllowed(Scopes.ADMIN)
    public Response export(@QueryParam("respondent") String ref) throws JsonProcessingException {
        if (ref == null || RespondentPath.ref(RespondentPath.segment(ref)).isEmpty()) {
            throw new NotFound();
        }
        try {
            byte[] all = json.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(exporting.export(ref, caller.name(), credentials()));
            return Response.ok(all, MediaType.APPLICATION_JSON_TYPE)
                    .header("Content-Disposition", "attachment; filename=\"respondent.json\"")
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (ExportIncomplete incomplete) {
            String missing = incomplete.errors().stream().map(FieldError::field).collect(Collectors.joining(" and "));
            return Response.status(503)
                    .entity(render(ref, missing + " did not answer, and an export must be complete. Try again later."))
                    .build();
        } catch (NotFound nothing) {
            return Response.status(404)
                    .entity(render(ref, "No service keeps anything under this reference."))
                    .build();
        }
    }

    private String render(String typed, String failure) {
        String sought = typed == null ? "" : typed.strip();
        boolean looked = !sought.isEmpty() && sought.length() <= LONGEST;
        var overview = retention.asked(credentials());
        PrivacyPage shown = new PrivacyPage(
                looked ? sought : "",
                looked ? respondents.knownAs(sought).stream().map(Person::of).toList() : List.of(),
                looked ? erasure.of(sought, credentials()).orElse(null) : null,
                caller.may(Scopes.ADMIN),
                failure,
                requests.count(),
                overview.items().stream().map(Kept::of).toList(),
                overview.missing(),
                log.latest(ACTS).stream()
                        .map(act -> new PrivacyLog.Entry(act.act(), names.shown(act.by()), act.at()))
                        .toList());
        return page.data("page", shown).render();
    }

    private Credentials credentials() {
        return Credentials.of(current.getCurrent().request());
    }
}

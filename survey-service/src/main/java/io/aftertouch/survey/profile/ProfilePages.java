package io.aftertouch.survey.profile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.survey.decision.DecisionLedger;
import io.aftertouch.survey.optout.OptOutRecording;
import io.aftertouch.survey.optout.OptOutWish;
import io.aftertouch.survey.respondent.ErasureRequest;
import io.aftertouch.survey.respondent.ErasureRequestRepository;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.OptOutStep;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.RespondentPath;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** All that is known about one respondent on one page. */
@Path("/respondents/{ref}")
@Produces(MediaType.TEXT_HTML)
class ProfilePages {

    private static final int INVITATIONS = 50;
    private static final int DECISIONS = 20;

    private final Respondents respondents;
    private final OptOutRegister register;
    private final OptOutRecording recording;
    private final ErasureRequestRepository erasures;
    private final SurveyLoad load;
    private final DecisionLedger ledger;
    private final Touchpoints touchpoints;
    private final FormCheck check;
    private final Caller caller;
    private final Template page;

    ProfilePages(
            Respondents respondents,
            OptOutRegister register,
            OptOutRecording recording,
            ErasureRequestRepository erasures,
            SurveyLoad load,
            DecisionLedger ledger,
            Touchpoints touchpoints,
            FormCheck check,
            Caller caller,
            @Location("respondent") Template page) {
        this.respondents = respondents;
        this.register = register;
        this.recording = recording;
        this.erasures = erasures;
        this.load = load;
        this.ledger = ledger;
        this.touchpoints = touchpoints;
        this.check = check;
        this.caller = caller;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param erasureAsked when the person asked to be erased; null when not
     */
    record ProfilePage(
            Respondent person,
            String path,
            Instant erasureAsked,
            List<OptOutStep> optOuts,
            List<OptOutStep> history,
            SurveyLoadView load,
            List<DecisionLedger.Latest> decisions,
            List<Option> touchpoints,
            Map<String, String> names,
            PageForm form,
            boolean mayChange,
            boolean mayErase) {

        public String title() {
            return person.name().orElse(person.ref());
        }

        public String nameOf(String touchpoint) {
            return touchpoint == null ? "Everything" : names.getOrDefault(touchpoint, touchpoint);
        }

        public String refParameter() {
            return URLEncoder.encode(person.ref(), StandardCharsets.UTF_8);
        }

        public String zone() {
            return person.timeZone().map(ZoneId::getId).orElse(null);
        }

        public String words(OptOutStep step) {
            return switch (step.act()) {
                case OPTED_OUT -> "Opted out";
                case LIFTED -> "May be asked again";
            };
        }

        /** Who acted, as colleagues read it. */
        public String by(OptOutStep step) {
            return OptOutRegister.RESPONDENT.equals(step.by()) ? "by the link in an e-mail" : step.by();
        }
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    public String show(@PathParam("ref") String segment) {
        return render(find(segment), PageForm.EMPTY);
    }

    @POST
    @Path("/opt-outs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response optOut(@PathParam("ref") String segment, MultivaluedMap<String, String> fields) {
        Respondent person = find(segment);
        return acted(
                person,
                check.submit(
                        PageForm.of(fields),
                        ProfilePages::wish,
                        wish -> recording.optOut(person.ref(), wish, caller.name())));
    }

    @POST
    @Path("/lifted-opt-outs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response lift(@PathParam("ref") String segment, MultivaluedMap<String, String> fields) {
        Respondent person = find(segment);
        return acted(
                person,
                check.submit(
                        PageForm.of(fields),
                        ProfilePages::wish,
                        wish -> recording.lift(person.ref(), wish, caller.name())));
    }

    private static OptOutWish wish(PageForm typed) {
        return new OptOutWish(typed.text("touchpoint"), typed.text("reason"), typed.text("source"));
    }

    private Response acted(Respondent person, PageForm form) {
        return form.isRefused()
                ? Response.status(422).entity(render(person, form)).build()
                : Response.status(303).header("Location", path(person)).build();
    }

    private Respondent find(String segment) {
        return RespondentPath.ref(segment).flatMap(respondents::find).orElseThrow(NotFound::new);
    }

    private static String path(Respondent person) {
        return "/respondents/" + RespondentPath.segment(person.ref());
    }

    private String render(Respondent person, PageForm form) {
        List<Touchpoint> everywhere = touchpoints.all();
        ProfilePage shown = new ProfilePage(
                person,
                path(person),
                erasures.of(person.ref()).map(ErasureRequest::askedAt).orElse(null),
                register.inForce(person),
                register.history(person.ref()),
                load.of(person.ref(), INVITATIONS).orElseThrow(NotFound::new),
                ledger.latestOf(person.ref(), DECISIONS),
                everywhere.stream()
                        .map(one -> new Option(one.key(), one.name()))
                        .toList(),
                everywhere.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name)),
                form,
                caller.may(Scopes.CONFIG_WRITE),
                caller.may(Scopes.ADMIN));
        return page.data("page", shown).render();
    }
}

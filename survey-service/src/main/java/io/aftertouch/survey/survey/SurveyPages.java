package io.aftertouch.survey.survey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.survey.FormCheck;
import io.aftertouch.survey.NotFound;
import io.aftertouch.survey.PageForm;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** What the company asks: the surveys, and each of them with its wording in every language. */
@Path("/surveys")
@Produces(MediaType.TEXT_HTML)
class SurveyPages {

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final SurveyEditing editing;
    private final SurveyDrafting drafting;
    private final FormCheck check;
    private final Caller caller;
    private final Clock clock;
    private final Template list;
    private final Template one;

    SurveyPages(
            SurveyRepository surveys,
            SurveyVersionRepository versions,
            SurveyEditing editing,
            SurveyDrafting drafting,
            FormCheck check,
            Caller caller,
            Clock clock,
            @Location("surveys") Template list,
            @Location("survey") Template one) {
        this.surveys = surveys;
        this.versions = versions;
        this.editing = editing;
        this.drafting = drafting;
        this.check = check;
        this.caller = caller;
        this.clock = clock;
        this.list = list;
        this.one = one;
    }

    /** The list of surveys. */
    record SurveysPage(List<SurveyView> surveys, PageForm form, boolean mayChange) {}

    /**
     * One survey as customers would see it.
     *
     * @param next what publishing would make
     * @param differs whether that is anything else than what customers see
     */
    record SurveyPage(
            SurveyView survey,
            SurveyPublished next,
            boolean differs,
            List<SurveyPublished> versions,
            Language language,
            boolean mayChange) {

        public SurveyTexts texts() {
            return next.texts(language);
        }

        /** The points as customers choose them: words where there are some, else numbers. */
        public List<String> points() {
            return texts().points().isEmpty()
                    ? next.scale().scores().stream().map(String::valueOf).toList()
                    : texts().points();
        }

        /** "negative 0 to 6, neutral 7 to 8, positive 9 to 10". */
        public String bands() {
            Scale scale = next.scale();
            List<String> parts = new ArrayList<>();
            for (Band band : Band.values()) {
                List<Integer> scores = scale.scores().stream()
                        .filter(score -> scale.band(score) == band)
                        .toList();
                if (!scores.isEmpty()) {
                    parts.add(band.name().toLowerCase(Locale.ROOT) + " " + range(scores));
                }
            }
            return String.join(", ", parts);
        }

        private static String range(List<Integer> scores) {
            return scores.size() == 1 ? scores.getFirst().toString() : scores.getFirst() + " to " + scores.getLast();
        }

        public List<Language> languages() {
            return List.of(Language.values());
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show() {
        return render(PageForm.EMPTY);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response create(MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(PageForm.of(fields), SurveyPages::wish, editing::create);
        return form.isRefused()
                ? Response.status(422).entity(render(form)).build()
                : Response.status(303)
                        .header("Location", "/surveys/" + form.text("key"))
                        .build();
    }

    private static CreateSurvey wish(PageForm typed) {
        ScaleKey scale = typed.choice("scale", ScaleKey.class);
        return new CreateSurvey(
                typed.text("key"),
                scale == null ? null : scale.metric(),
                scale,
                typed.text("subject"),
                typed.text("title"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @GET
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(@PathParam("key") String key, @QueryParam("lang") String lang) {
        Survey survey = surveys.findByIdOptional(key).orElseThrow(NotFound::new);
        SurveyPublished next = drafting.nextVersion(survey, clock.instant());
        List<SurveyPublished> published = versions.definitions(key);
        boolean differs = published.stream().findFirst().filter(next::sameAs).isEmpty();
        SurveyPage shown = new SurveyPage(
                SurveyView.of(survey),
                next,
                differs,
                published,
                Language.of(lang).orElse(survey.defaultLanguage()),
                mayChange());
        return one.data("page", shown).render();
    }

    @POST
    @Path("/{key}/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response publish(@PathParam("key") String key) {
        editing.publish(key, null);
        return back(key);
    }

    @POST
    @Path("/{key}/retirement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response retire(@PathParam("key") String key) {
        editing.retire(key);
        return back(key);
    }

    private static Response back(String key) {
        return Response.status(303).header("Location", "/surveys/" + key).build();
    }

    private String render(PageForm form) {
        List<SurveyView> all = surveys.byTitle().stream().map(SurveyView::of).toList();
        return list.data("page", new SurveysPage(all, form, mayChange())).render();
    }

    private boolean mayChange() {
        return caller.may(Scopes.CONFIG_WRITE);
    }
}

package io.aftertouch.survey.survey;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.platform.page.ContentSecurityPolicy;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** What the company asks: the surveys, each of them with its wording in every language, its form and its versions. */
@Path("/surveys")
@Produces(MediaType.TEXT_HTML)
class SurveyPages {

    /** The preview is a page of feedback-service in a frame. */
    private static final String WITH_FRAME =
            ContentSecurityPolicy.with(ContentSecurityPolicy.STRICT, "frame-src", "'self'");

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final SurveyEditing editing;
    private final SurveyReading reading;
    private final SurveyDrafting drafting;
    private final NeutralityProof neutrality;
    private final FormCheck check;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;
    private final Template list;
    private final Template one;
    private final Template history;
    private final Template comparison;

    SurveyPages(
            SurveyRepository surveys,
            SurveyVersionRepository versions,
            SurveyEditing editing,
            SurveyReading reading,
            SurveyDrafting drafting,
            NeutralityProof neutrality,
            FormCheck check,
            Caller caller,
            Clock clock,
            ObjectMapper json,
            @Location("surveys") Template list,
            @Location("survey") Template one,
            @Location("survey-versions") Template history,
            @Location("survey-comparison") Template comparison) {
        this.surveys = surveys;
        this.versions = versions;
        this.editing = editing;
        this.reading = reading;
        this.drafting = drafting;
        this.neutrality = neutrality;
        this.check = check;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
        this.list = list;
        this.one = one;
        this.history = history;
        this.comparison = comparison;
    }

    /** The list of surveys. */
    record SurveysPage(List<Row> surveys, PageForm form, boolean mayChange) {

        public String subjectHint() {
            return "Put in place of " + WordingPack.SUBJECT + " in the question: Nordlys";
        }

        /** @param differs whether its draft differs from what customers see */
        record Row(SurveyView survey, boolean differs) {}
    }

    /** The versions of a survey, newest first. */
    record VersionsPage(SurveyView survey, List<PublishedVersion> versions, boolean differs, String next) {

        record PublishedVersion(SurveyPublished version, String by) {

            /** The number of the version before; 0 for the first. */
            public int before() {
                return version.version() - 1;
            }
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show() {
        return render(PageForm.EMPTY);
    }

    @POST
    @Consumes(FORM)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response create(MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(PageForm.of(fields), SurveyPages::newSurvey, editing::create);
        return form.isRefused()
                ? Response.status(422).entity(render(form)).build()
                : seeOther("/surveys/" + form.text("key"));
    }

    private static CreateSurvey newSurvey(PageForm typed) {
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
    public Response show(
            @PathParam("key") String key, @QueryParam("lang") String lang, @QueryParam("saved") String saved) {
        Shown shown = shown(key, lang);
        return page(200, shown, shown.asItIs(), null, null, saved == null ? null : "Saved.");
    }

    @POST
    @Path("/{key}")
    @Consumes(FORM)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response save(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        Shown shown = shown(key, typed.text("lang"));
        return saved(shown, typed)
                .orElseGet(() ->
                        seeOther("/surveys/" + key + "?lang=" + shown.language().tag() + "&saved=yes"));
    }

    /** Saves what was typed, if anything was, and publishes it. */
    @POST
    @Path("/{key}/publication")
    @Consumes(FORM)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response publish(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        Shown shown = shown(key, typed.text("lang"));
        if (typed.text("version") != null) {
            Optional<Response> refused = saved(shown, typed);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        PageForm published = check.submit(typed, form -> key, survey -> editing.publish(survey, null));
        if (published.isRefused()) {
            Shown now = shown(key, typed.text("lang"));
            PageForm refused = now.form().named(published);
            PageForm filled = now.asItIs();
            return page(422, now, new PageForm(filled.typed(), refused.detail(), refused.errors()));
        }
        return seeOther("/surveys/" + key
                + (typed.text("lang") == null ? "" : "?lang=" + shown.language().tag()));
    }

    /** Takes what was typed into the preview, without saving it; a script asks for nothing but the definition. */
    @POST
    @Path("/{key}/preview")
    @Consumes(FORM)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response preview(
            @PathParam("key") String key,
            @HeaderParam("HX-Request") String script,
            MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        Shown shown = shown(key, typed.text("lang"));
        Drafted drafted = drafted(shown, typed);
        if (script != null) {
            return drafted.form().isRefused()
                    ? Response.status(422).build()
                    : Response.ok(one.getFragment("definition")
                                    .data("preview", definition(drafted.version()))
                                    .render())
                            .build();
        }
        return drafted.form().isRefused()
                ? page(422, shown, drafted.form())
                : page(200, shown, drafted.form(), drafted.version(), null, "In the preview. Nothing is saved yet.");
    }

    /** Only of what the page showed; when somebody else has saved since, the page shows that. */
    @POST
    @Path("/{key}/draft/removal")
    @Consumes(FORM)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response discard(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        Shown shown = shown(key, typed.text("lang"));
        String ifMatch = EntityTag.typed(typed.text("version"));
        PageForm form = check.submit(typed, wish -> key, survey -> editing.discard(survey, ifMatch));
        if (form.isRefused()) {
            Shown now = shown(key, typed.text("lang"));
            return page(412, now, new PageForm(now.asItIs().typed(), form.detail(), form.errors()));
        }
        return seeOther("/surveys/" + key + "?lang=" + shown.language().tag() + "&saved=yes");
    }

    @POST
    @Path("/{key}/retirement")
    @Consumes(FORM)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response retire(@PathParam("key") String key) {
        editing.retire(key);
        return seeOther("/surveys/" + key);
    }

    @POST
    @Path("/{key}/duplicate")
    @Consumes(FORM)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response duplicate(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        PageForm form = check.submit(
                typed,
                wish -> new DuplicateSurvey(wish.text("key"), wish.text("title")),
                wish -> editing.duplicate(key, wish));
        if (form.isRefused()) {
            Shown shown = shown(key, null);
            Map<String, List<String>> values =
                    new LinkedHashMap<>(shown.asItIs().typed());
            values.put("key", typed.all("key"));
            return page(422, shown, new PageForm(values, form.detail(), form.errors()));
        }
        return seeOther("/surveys/" + form.text("key"));
    }

    @GET
    @Path("/{key}/versions")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String versions(@PathParam("key") String key, @QueryParam("before") Integer before) {
        Survey survey = surveys.findByIdOptional(key).orElseThrow(NotFound::new);
        int limit = 50;
        List<VersionsPage.PublishedVersion> rows =
                versions.published(key, before == null ? Integer.MAX_VALUE : before, limit + 1);
        boolean more = rows.size() > limit;
        List<VersionsPage.PublishedVersion> shown = more ? rows.subList(0, limit) : rows;
        return history.data(
                        "page",
                        new VersionsPage(
                                SurveyView.of(survey),
                                shown,
                                differs(survey),
                                more ? String.valueOf(shown.getLast().version().version()) : null))
                .render();
    }

    @GET
    @Path("/{key}/versions/comparison")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String compare(@PathParam("key") String key, @QueryParam("from") Integer from, @QueryParam("to") String to) {
        Survey survey = surveys.findByIdOptional(key).orElseThrow(NotFound::new);
        Integer number = to == null || !to.matches("[1-9][0-9]{0,8}") ? null : Integer.valueOf(to);
        VersionComparison compared = reading.compare(key, from, number);
        return comparison
                .data("page", new ComparisonPage(SurveyView.of(survey), compared, versions.numbers(key)))
                .render();
    }

    /** A survey with the language that is on the page. */
    private record Shown(Survey survey, Language language, SurveyForm form, SurveyTexts toEdit) {

        PageForm asItIs() {
            return form.filled(toEdit);
        }
    }

    private Shown shown(String key, String lang) {
        Survey survey = surveys.afresh(key).orElseThrow(NotFound::new);
        Language language = Language.of(lang).orElse(survey.defaultLanguage());
        return new Shown(
                survey,
                language,
                new SurveyForm(survey, language, drafting.standard(survey.scale(), language)),
                drafting.toEdit(survey.scale(), survey.settings(), language));
    }

    /** Saves what was typed; what comes back says why it could not be. */
    private Optional<Response> saved(Shown shown, PageForm typed) {
        String key = shown.survey().key();
        if (!String.valueOf(shown.survey().version()).equals(typed.text("version"))) {
            return Optional.of(conflict(shown, typed));
        }
        String ifMatch = new EntityTag(shown.survey().version()).header();
        PageForm form = check.submit(typed, shown.form()::wish, wish -> editing.change(key, ifMatch, wish));
        return form.isRefused() ? Optional.of(page(422, shown, shown.form().named(form))) : Optional.empty();
    }

    /** Somebody else was faster: nothing typed is lost, and saving once more is a decision. */
    private Response conflict(Shown shown, PageForm typed) {
        Drafted drafted = drafted(shown, typed);
        if (drafted.form().isRefused()) {
            return page(422, shown, drafted.form());
        }
        VersionComparison conflict = VersionComparison.between(next(shown.survey()), drafted.version());
        return page(412, shown, drafted.form(), drafted.version(), conflict, null);
    }

    /** @param version what publishing would make of what was typed; null when it is refused */
    private record Drafted(PageForm form, SurveyPublished version) {}

    private Drafted drafted(Shown shown, PageForm typed) {
        Survey survey = shown.survey();
        SurveyPublished[] drafted = new SurveyPublished[1];
        PageForm form = check.submit(
                typed,
                shown.form()::wish,
                wish -> drafted[0] =
                        drafting.nextVersion(survey, wish.chosenScale(survey), wish.settings(survey), clock.instant()));
        return new Drafted(shown.form().named(form), drafted[0]);
    }

    private Response page(int status, Shown shown, PageForm form) {
        return page(status, shown, form, null, null, null);
    }

    private Response page(
            int status,
            Shown shown,
            PageForm form,
            SurveyPublished preview,
            VersionComparison conflict,
            String notice) {
        Survey survey = shown.survey();
        SurveyPublished next = next(survey);
        VersionComparison differences = versions.definition(survey.key(), survey.publishedVersion())
                .map(published -> VersionComparison.between(published, next))
                .orElse(null);
        SurveyPage page = new SurveyPage(
                SurveyView.of(survey),
                next,
                differences,
                neutrality.findings(next),
                shown.language(),
                form,
                definition(Objects.requireNonNullElse(preview, next)),
                conflict,
                notice,
                caller.may(Scopes.CONFIG_WRITE));
        return Response.status(status)
                .header(ContentSecurityPolicy.HEADER, WITH_FRAME)
                .entity(one.data("page", page).data("preview", page.preview()).render())
                .build();
    }

    private SurveyPublished next(Survey survey) {
        return drafting.nextVersion(survey, clock.instant());
    }

    private boolean differs(Survey survey) {
        SurveyPublished next = next(survey);
        return versions.definition(survey.key(), survey.publishedVersion())
                .filter(next::sameAs)
                .isEmpty();
    }

    private String definition(SurveyPublished version) {
        try {
            return json.writeValueAsString(version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A survey version cannot be written as JSON", e);
        }
    }

    private static Response seeOther(String path) {
        return Response.status(303).header("Location", path).build();
    }

    private String render(PageForm form) {
        List<SurveysPage.Row> rows = surveys.byTitle().stream()
                .map(survey -> new SurveysPage.Row(SurveyView.of(survey), differs(survey)))
                .toList();
        return list.data("page", new SurveysPage(rows, form, caller.may(Scopes.CONFIG_WRITE)))
                .render();
    }
}

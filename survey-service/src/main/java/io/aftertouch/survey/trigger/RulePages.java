package io.aftertouch.survey.trigger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import io.aftertouch.survey.EntityTag;
import io.aftertouch.survey.FormCheck;
import io.aftertouch.survey.NotFound;
import io.aftertouch.survey.Option;
import io.aftertouch.survey.PageForm;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Condition;
import io.aftertouch.survey.judging.Operator;
import io.aftertouch.survey.survey.Survey;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** When the company asks: the trigger rules. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
class RulePages {

    private static final Map<String, String> DELAYS = Map.of(
            "PT0S", "At once",
            "PT1H", "After an hour",
            "P1D", "After a day",
            "P3D", "After three days",
            "P7D", "After a week");

    private final RuleRepository rules;
    private final RuleEditing editing;
    private final Touchpoints touchpoints;
    private final Surveys surveys;
    private final FormCheck check;
    private final Caller caller;
    private final Template page;

    RulePages(
            RuleRepository rules,
            RuleEditing editing,
            Touchpoints touchpoints,
            Surveys surveys,
            FormCheck check,
            Caller caller,
            @Location("rules") Template page) {
        this.rules = rules;
        this.editing = editing;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.check = check;
        this.caller = caller;
        this.page = page;
    }

    /** What the page shows. */
    record RulesPage(
            List<RuleRow> rules, List<Option> touchpoints, List<Option> surveys, PageForm form, boolean mayChange) {

        public List<Option> delays() {
            return Stream.of("PT0S", "PT1H", "P1D", "P3D", "P7D")
                    .map(delay -> new Option(delay, DELAYS.get(delay)))
                    .toList();
        }

        public List<Option> channels() {
            return List.of(
                    new Option("EMAIL", "By e-mail"),
                    new Option("LINK", "Link only, in the answer to the event"),
                    new Option("EMAIL,LINK", "By e-mail, without an address as a link"));
        }

        public List<Option> operators() {
            return List.of(
                    new Option("EQUALS", "is"),
                    new Option("NOT_EQUALS", "is not"),
                    new Option("CONTAINS", "contains"),
                    new Option("GREATER_THAN", "is greater than"),
                    new Option("LESS_THAN", "is less than"));
        }
    }

    /** One rule in words. */
    record RuleRow(
            RuleView rule, String touchpointName, String surveyTitle, String when, String channels, String conditions) {

        static RuleRow of(TriggerRule rule, Map<String, String> touchpointNames) {
            RuleView view = RuleView.of(rule);
            return new RuleRow(
                    view,
                    touchpointNames.getOrDefault(rule.touchpoint(), rule.touchpoint()),
                    rule.survey().title(),
                    DELAYS.getOrDefault(view.delay(), "After " + view.delay()),
                    view.channels().stream().map(RuleRow::words).collect(Collectors.joining(", else ")),
                    view.conditions().stream().map(RuleRow::words).collect(Collectors.joining(" and ")));
        }

        private static String words(Channel channel) {
            return switch (channel) {
                case EMAIL -> "e-mail";
                case WEBHOOK -> "webhook";
                case LINK -> "link";
            };
        }

        private static String words(Condition condition) {
            String field = condition.field();
            return switch (condition.operator()) {
                case EQUALS -> field + " is " + condition.value();
                case NOT_EQUALS -> field + " is not " + condition.value();
                case IN -> field + " is one of " + String.join(", ", condition.values());
                case EXISTS -> field + " is known";
                case GREATER_THAN -> field + " is greater than " + condition.value();
                case LESS_THAN -> field + " is less than " + condition.value();
                case CONTAINS -> field + " contains " + condition.value();
            };
        }

        public boolean isActive() {
            return rule.state() == RuleState.ACTIVE;
        }
    }

    /** @param touchpoint shows only the rules there; all when it is left out */
    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(@QueryParam("touchpoint") String touchpoint) {
        return render(PageForm.EMPTY, touchpoint);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response create(MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(PageForm.of(fields), RulePages::wish, editing::create);
        return form.isRefused()
                ? Response.status(422).entity(render(form, null)).build()
                : back();
    }

    private static CreateRule wish(PageForm typed) {
        String channels = typed.text("channels");
        String field = typed.text("conditionField");
        Integer percent = typed.number("samplePercent");
        return new CreateRule(
                typed.text("touchpoint"),
                typed.text("survey"),
                channels == null
                        ? null
                        : Stream.of(channels.split(",")).map(RulePages::channel).toList(),
                typed.text("delay"),
                field == null
                        ? List.of()
                        : List.of(new ConditionInput(
                                field,
                                typed.choice("conditionOperator", Operator.class),
                                typed.text("conditionValue"),
                                null)),
                percent == null ? null : BigDecimal.valueOf(percent),
                typed.number("priority"),
                typed.text("cancelledBy"),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Channel channel(String name) {
        try {
            return Channel.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new PageForm.UnreadableField("channels", "is not one of the choices");
        }
    }

    @POST
    @Path("/{id}/{step: pause|resumption}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(@PathParam("id") UUID id, @PathParam("step") String step) {
        RuleView rule = rules.findByIdOptional(id).map(RuleView::of).orElseThrow(NotFound::new);
        RuleState state = step.equals("pause") ? RuleState.PAUSED : RuleState.ACTIVE;
        editing.change(id, new EntityTag(rule.version()).header(), rule.with(state));
        return back();
    }

    private static Response back() {
        return Response.status(303).header("Location", "/rules").build();
    }

    private String render(PageForm form, String only) {
        List<Touchpoint> everywhere = touchpoints.all();
        Map<String, String> names = everywhere.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        List<Survey> published = surveys.all().stream()
                .filter(survey -> survey.versionToAsk().isPresent())
                .toList();
        RulesPage shown = new RulesPage(
                rules.byTouchpoint().stream()
                        .filter(rule -> only == null || rule.touchpoint().equals(only))
                        .map(rule -> RuleRow.of(rule, names))
                        .toList(),
                everywhere.stream()
                        .map(touchpoint -> new Option(touchpoint.key(), touchpoint.name()))
                        .toList(),
                published.stream()
                        .map(survey -> new Option(survey.key(), survey.title()))
                        .toList(),
                form,
                caller.may(Scopes.CONFIG_WRITE));
        return page.data("page", shown).render();
    }
}

package io.aftertouch.survey.trigger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Condition;
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

    private final RuleRepository rules;
    private final RuleEditing editing;
    private final Touchpoints touchpoints;
    private final Surveys surveys;
    private final Caller caller;
    private final Template page;

    RulePages(
            RuleRepository rules,
            RuleEditing editing,
            Touchpoints touchpoints,
            Surveys surveys,
            Caller caller,
            @Location("rules") Template page) {
        this.rules = rules;
        this.editing = editing;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.caller = caller;
        this.page = page;
    }

    /** What the page shows. */
    record RulesPage(List<RuleRow> rules, boolean hasTouchpoints, boolean hasSurveys, boolean mayChange) {}

    /** One rule in words. */
    record RuleRow(
            RuleView rule, String touchpointName, String surveyTitle, String when, String channels, String conditions) {

        static RuleRow of(TriggerRule rule, Map<String, String> touchpointNames) {
            RuleView view = RuleView.of(rule);
            return new RuleRow(
                    view,
                    touchpointNames.getOrDefault(rule.touchpoint(), rule.touchpoint()),
                    rule.survey().title(),
                    view.delay().equals("PT0S") ? "At once" : "After " + RuleForm.words(view.delay()),
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
        List<Touchpoint> everywhere = touchpoints.all();
        Map<String, String> names = everywhere.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        RulesPage shown = new RulesPage(
                rules.byTouchpoint().stream()
                        .filter(rule -> touchpoint == null || rule.touchpoint().equals(touchpoint))
                        .map(rule -> RuleRow.of(rule, names))
                        .toList(),
                !everywhere.isEmpty(),
                surveys.all().stream().anyMatch(survey -> survey.versionToAsk().isPresent()),
                caller.may(Scopes.CONFIG_WRITE));
        return page.data("page", shown).render();
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

    @POST
    @Path("/{id}/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response delete(@PathParam("id") UUID id) {
        RuleView rule = rules.findByIdOptional(id).map(RuleView::of).orElseThrow(NotFound::new);
        editing.delete(id, new EntityTag(rule.version()).header());
        return back();
    }

    private static Response back() {
        return Response.status(303).header("Location", "/rules").build();
    }
}

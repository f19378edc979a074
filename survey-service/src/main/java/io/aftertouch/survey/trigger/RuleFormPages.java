package io.aftertouch.survey.trigger;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/**
 * One rule, to be made or changed, and what it would have decided about past events before it is saved. Each button of the form says in the field
 * {@code do} what it is for; without one the rule is saved.
 */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
class RuleFormPages {

    private static final String ADD = "add";
    private static final String REMOVE = "remove-";
    private static final String REPLAY = "replay";

    private final RuleRepository rules;
    private final RuleEditing editing;
    private final RuleReplay replay;
    private final Touchpoints touchpoints;
    private final Surveys surveys;
    private final FormCheck check;
    private final Caller caller;
    private final RuleForm forms;
    private final Template page;

    RuleFormPages(
            RuleRepository rules,
            RuleEditing editing,
            RuleReplay replay,
            Touchpoints touchpoints,
            Surveys surveys,
            FormCheck check,
            Caller caller,
            ZoneId zone,
            @Location("rule") Template page) {
        this.rules = rules;
        this.editing = editing;
        this.replay = replay;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.check = check;
        this.caller = caller;
        this.forms = new RuleForm(zone);
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param available the channels that this installation has
     */
    record RulePage(
            RuleView rule,
            PageForm form,
            Replayed replayed,
            Map<String, String> touchpointNames,
            List<Option> touchpoints,
            List<Option> surveys,
            List<Channel> available,
            boolean mayChange,
            boolean mayDelete,
            ZoneId zone) {

        public String title() {
            return rule == null
                    ? "Add a rule"
                    : rule.survey() + " at " + touchpointNames.getOrDefault(rule.touchpoint(), rule.touchpoint());
        }

        public String action() {
            return rule == null ? "/rules" : "/rules/" + rule.id();
        }

        public List<RuleForm.Line> conditions() {
            return RuleForm.lines(form);
        }

        public List<Option> operators() {
            return List.of(
                    new Option("EQUALS", "is"),
                    new Option("NOT_EQUALS", "is not"),
                    new Option("IN", "is one of"),
                    new Option("EXISTS", "is known"),
                    new Option("CONTAINS", "contains"),
                    new Option("GREATER_THAN", "is greater than"),
                    new Option("LESS_THAN", "is less than"));
        }

        /** As many choices as a rule may have channels, each with what is chosen. */
        public List<String> channels() {
            List<String> chosen = new ArrayList<>(form.all("channels").stream()
                    .flatMap(names -> Stream.of(names.split(",")))
                    .filter(name -> !name.isBlank())
                    .toList());
            IntStream.range(chosen.size(), RuleForm.MOST_CHANNELS).forEach(i -> chosen.add(""));
            return chosen.subList(0, RuleForm.MOST_CHANNELS);
        }

        /** What there is, and what the rule has had so far. */
        public List<Option> channelChoices() {
            return Stream.of(Channel.values())
                    .filter(channel -> available.contains(channel) || channels().contains(channel.name()))
                    .map(channel -> new Option(channel.name(), words(channel)))
                    .toList();
        }

        private static String words(Channel channel) {
            return switch (channel) {
                case EMAIL -> "By e-mail";
                case WEBHOOK -> "By text message, through the webhook";
                case LINK -> "Link only, in the answer to the event";
            };
        }

        public List<Integer> replaySizes() {
            return List.of(50, 100, 200, 500);
        }

        public String words(Outcome outcome) {
            return switch (outcome) {
                case INVITED -> "Invited";
                case DEFERRED -> "Deferred";
                case NOT_INVITED -> "Not invited";
            };
        }

        /** The class of the chip of an outcome. */
        public String chip(Outcome outcome) {
            return switch (outcome) {
                case INVITED -> "chip chip--solid";
                case DEFERRED -> "chip chip--dashed";
                case NOT_INVITED -> "chip";
            };
        }

        public long replayedInvitations() {
            return replayed.events().stream()
                    .filter(event -> event.would().outcome() == Outcome.INVITED)
                    .count();
        }

        /** How many of the replayed events this rule really led to an invitation for. */
        public long realInvitations() {
            return replayed.events().stream()
                    .flatMap(event -> event.decided().stream())
                    .filter(was -> was.replayed() && was.outcome() == Outcome.INVITED)
                    .count();
        }
    }

    @GET
    @Path("/new")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String add() {
        return render(null, PageForm.EMPTY, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response create(MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        if (isStep(typed)) {
            return step(null, typed);
        }
        PageForm form = check.submit(typed, forms::wish, editing::create);
        return form.isRefused() ? refused(null, form) : back();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(@PathParam("id") UUID id) {
        RuleView rule = view(id);
        return render(rule, forms.typed(rule), null);
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        RuleView rule = view(id);
        PageForm typed = PageForm.of(fields);
        if (isStep(typed)) {
            return step(rule, typed);
        }
        String seen = "\"" + typed.value("version") + "\"";
        PageForm form = check.submit(typed, forms::change, wish -> editing.change(id, seen, wish));
        return form.isRefused() ? refused(rule, form) : back();
    }

    private static boolean isStep(PageForm typed) {
        String step = typed.value("do");
        return step.equals(ADD) || step.equals(REPLAY) || step.startsWith(REMOVE);
    }

    /** Something that shows the form again, with nothing saved. */
    private Response step(RuleView rule, PageForm typed) {
        String step = typed.value("do");
        if (step.equals(ADD)) {
            return shown(rule, RuleForm.withAnother(typed), null);
        }
        if (step.startsWith(REMOVE)) {
            String number = step.substring(REMOVE.length());
            return shown(
                    rule,
                    number.matches("[0-9]{1,2}") ? RuleForm.without(typed, Integer.parseInt(number)) : typed,
                    null);
        }
        List<Replayed> replayed = new ArrayList<>();
        PageForm form = check.submit(
                typed,
                forms::wish,
                wish -> replayed.add(replay.replay(rule == null ? null : rule.id(), wish, size(typed))));
        return form.isRefused() ? refused(rule, form) : shown(rule, typed, replayed.getFirst());
    }

    private static int size(PageForm typed) {
        Integer last = typed.number("last");
        return last == null ? 100 : Math.clamp(last, 50, 500);
    }

    private RuleView view(UUID id) {
        return rules.findByIdOptional(id).map(RuleView::of).orElseThrow(NotFound::new);
    }

    private Response shown(RuleView rule, PageForm form, Replayed replayed) {
        return Response.ok(render(rule, form, replayed)).build();
    }

    private Response refused(RuleView rule, PageForm form) {
        return Response.status(422).entity(render(rule, form, null)).build();
    }

    private static Response back() {
        return Response.status(303).header("Location", "/rules").build();
    }

    private String render(RuleView rule, PageForm form, Replayed replayed) {
        List<Touchpoint> everywhere = touchpoints.all();
        boolean mayChange = caller.may(Scopes.CONFIG_WRITE);
        RulePage shown = new RulePage(
                rule,
                form,
                replayed,
                everywhere.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name)),
                everywhere.stream()
                        .map(touchpoint -> new Option(touchpoint.key(), touchpoint.name()))
                        .toList(),
                surveys.all().stream()
                        .filter(survey -> survey.versionToAsk().isPresent())
                        .map(survey -> new Option(survey.key(), survey.title()))
                        .toList(),
                Stream.of(Channel.values()).filter(editing::isAvailable).toList(),
                mayChange,
                mayChange && rule != null && !rules.hasDecided(rule.id()),
                forms.zone());
        return page.data("page", shown).render();
    }
}

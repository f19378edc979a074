package io.aftertouch.survey.delivery;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.platform.problem.ProblemException;
import io.aftertouch.survey.invitation.InvitationCancelling;
import io.aftertouch.survey.invitation.InvitationFilter;
import io.aftertouch.survey.invitation.InvitationReading;
import io.aftertouch.survey.invitation.InvitationState;
import io.aftertouch.survey.invitation.InvitationView;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.mail.MailFrame;
import io.aftertouch.survey.mail.WrittenLetter;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.aftertouch.survey.trigger.Rules;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** The invitations, and what happened to each. */
@Path("/invitations")
@Produces(MediaType.TEXT_HTML)
class InvitationPages {

    private static final int ROWS = 50;

    private final InvitationReading reading;
    private final InvitationCancelling cancelling;
    private final Resending resending;
    private final LetterReading letters;
    private final Touchpoints touchpoints;
    private final Surveys surveys;
    private final Rules rules;
    private final Caller caller;
    private final Clock clock;
    private final ZoneId zone;
    private final Template list;
    private final Template one;

    InvitationPages(
            InvitationReading reading,
            InvitationCancelling cancelling,
            Resending resending,
            LetterReading letters,
            Touchpoints touchpoints,
            Surveys surveys,
            Rules rules,
            Caller caller,
            Clock clock,
            ZoneId zone,
            @Location("invitations") Template list,
            @Location("invitation") Template one) {
        this.reading = reading;
        this.cancelling = cancelling;
        this.resending = resending;
        this.letters = letters;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
        this.zone = zone;
        this.list = list;
        this.one = one;
    }

    /** How far back the page looks. */
    enum Period {
        WEEK("Last 7 days", 7),
        FOUR_WEEKS("Last 4 weeks", 28),
        TWELVE_WEEKS("Last 12 weeks", 84),
        YEAR("Last 12 months", 365);

        private final String words;
        private final int days;

        Period(String words, int days) {
            this.words = words;
            this.days = days;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What the filters say; null leaves a criterion out.
     *
     * @param from the first day, which takes the place of the period, as does the last one
     */
    record Filters(
            String respondent,
            String touchpoint,
            InvitationState state,
            Channel channel,
            String survey,
            UUID rule,
            Period period,
            LocalDate from,
            LocalDate to) {

        InvitationFilter at(Instant now, ZoneId zone) {
            return new InvitationFilter(
                    state, respondent, touchpoint, survey, rule, channel, since(now, zone), before(zone));
        }

        private Instant since(Instant now, ZoneId zone) {
            if (areDaysSet()) {
                return from == null ? null : from.atStartOfDay(zone).toInstant();
            }
            return now.minus(Duration.ofDays(period.days));
        }

        private Instant before(ZoneId zone) {
            return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
        }

        public boolean areDaysSet() {
            return from != null || to != null;
        }

        /** Whether a seldom one is set. */
        public boolean areMoreSet() {
            return rule != null || areDaysSet();
        }

        public boolean areSet() {
            return Stream.of(respondent, touchpoint, state, channel, survey, rule, from, to)
                    .anyMatch(value -> value != null);
        }

        /** The address of the page after this one. */
        String after(String cursor) {
            return Stream.of(
                            parameter("respondent", respondent),
                            parameter("touchpoint", touchpoint),
                            parameter("state", state),
                            parameter("channel", channel),
                            parameter("survey", survey),
                            parameter("rule", rule),
                            parameter("period", period.name()),
                            parameter("from", from),
                            parameter("to", to),
                            parameter("cursor", cursor))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("&", "/invitations?", ""));
        }

        private static String parameter(String name, Object value) {
            return value == null ? "" : name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        }
    }

    /** All invitations. */
    record InvitationsPage(
            Filters filters,
            List<InvitationView> rows,
            String next,
            Map<String, String> touchpointNames,
            List<Option> touchpoints,
            List<Option> surveys,
            List<Option> rules) {

        public List<InvitationState> states() {
            return List.of(InvitationState.values());
        }

        public List<Channel> channels() {
            return List.of(Channel.values());
        }

        public List<Period> periods() {
            return List.of(Period.values());
        }

        public boolean isRule(String id) {
            return filters.rule() != null && filters.rule().toString().equals(id);
        }

        public String nameOf(String touchpoint) {
            return touchpointNames.getOrDefault(touchpoint, touchpoint);
        }

        public String words(Channel channel) {
            return InvitationPages.words(channel);
        }

        public String chip(InvitationState state) {
            return InvitationPages.chip(state);
        }
    }

    /**
     * One invitation.
     *
     * @param link where it is answered; null for whoever may not open it in the respondent's name
     * @param letter as it was or would be written; null when there is none to show
     * @param refusal why it could not be cancelled or sent once more; empty while nothing was refused
     */
    record InvitationPage(
            InvitationView invitation,
            String touchpointName,
            URI link,
            WrittenLetter letter,
            boolean mayChange,
            String refusal) {

        public boolean canCancel() {
            return mayChange && invitation.state() == InvitationState.SCHEDULED;
        }

        public boolean canResend() {
            return mayChange
                    && switch (invitation.state()) {
                        case SENT, BOUNCED, FAILED -> true;
                        case SCHEDULED, ANSWERED, EXPIRED, CANCELLED -> false;
                    };
        }

        public boolean isLinkOnly() {
            return invitation.channel() == Channel.LINK;
        }

        public String channel() {
            return words(invitation.channel());
        }

        public String chip() {
            return InvitationPages.chip(invitation.state());
        }

        public String respondentParameter() {
            return URLEncoder.encode(invitation.respondentRef(), StandardCharsets.UTF_8);
        }
    }

    private static String words(Channel channel) {
        return switch (channel) {
            case EMAIL -> "E-mail";
            case WEBHOOK -> "Text message";
            case LINK -> "Link only";
        };
    }

    /** The class of the chip of a state. */
    private static String chip(InvitationState state) {
        return switch (state) {
            case SCHEDULED -> "chip chip--dashed";
            case SENT, ANSWERED -> "chip chip--solid";
            case BOUNCED, FAILED -> "chip chip--alarm";
            case EXPIRED, CANCELLED -> "chip";
        };
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String list(
            @QueryParam("respondent") String respondent,
            @QueryParam("touchpoint") String touchpoint,
            @QueryParam("state") String state,
            @QueryParam("channel") String channel,
            @QueryParam("survey") String survey,
            @QueryParam("rule") String rule,
            @QueryParam("period") String period,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor) {
        Period chosen = choice(Period.values(), period);
        Filters filters = new Filters(
                text(respondent),
                text(touchpoint),
                choice(InvitationState.values(), state),
                choice(Channel.values(), channel),
                text(survey),
                read(rule, UUID::fromString),
                chosen == null ? Period.FOUR_WEEKS : chosen,
                read(from, InvitationPages::day),
                read(to, InvitationPages::day));
        PagedView<InvitationView> rows = reading.page(filters.at(clock.instant(), zone), cursor, ROWS);
        List<Touchpoint> everywhere = touchpoints.all();
        InvitationsPage shown = new InvitationsPage(
                filters,
                rows.items(),
                rows.next() == null ? null : filters.after(rows.next()),
                everywhere.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name)),
                everywhere.stream()
                        .map(place -> new Option(place.key(), place.name()))
                        .toList(),
                surveys.all().stream()
                        .map(asked -> new Option(asked.key(), asked.title()))
                        .toList(),
                rules.all().stream()
                        .map(one -> new Option(one.id().toString(), one.survey() + " at " + one.touchpoint()))
                        .toList());
        return list.data("page", shown).render();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public Response show(@PathParam("id") UUID id) {
        return page(200, id, "");
    }

    /** The e-mail as the respondent sees it, for the frame on the page: it holds the link, so not everybody may see it. */
    @GET
    @Path("/{id}/mail")
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    public Response mail(@PathParam("id") UUID id) {
        return letters.of(id)
                .map(letter -> MailFrame.of(letter, MailFrame.Scheme.LIGHT))
                .map(html -> Response.ok(html)
                        .type("text/html;charset=UTF-8")
                        .header("Content-Security-Policy", MailFrame.POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .build())
                .orElseGet(() -> Response.status(404).build());
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    public Response cancel(@PathParam("id") UUID id) {
        return change(id, () -> cancelling.cancel(id, caller.name()));
    }

    @POST
    @Path("/{id}/resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    public Response resend(@PathParam("id") UUID id) {
        return change(id, () -> resending.resend(id, caller.name()));
    }

    private Response change(UUID id, Runnable useCase) {
        try {
            useCase.run();
            return Response.status(303).header("Location", "/invitations/" + id).build();
        } catch (ProblemException e) {
            return e.slug().equals("not-found") ? rethrow(e) : page(409, id, e.getMessage());
        }
    }

    private static Response rethrow(ProblemException e) {
        throw e;
    }

    private Response page(int status, UUID id, String refusal) {
        InvitationView invitation = reading.get(id);
        boolean mayChange = caller.may(Scopes.EVENTS_WRITE);
        InvitationPage shown = new InvitationPage(
                invitation,
                touchpoints.find(invitation.touchpoint()).map(Touchpoint::name).orElse(invitation.touchpoint()),
                mayChange ? invitation.link() : null,
                mayChange ? letters.of(id).orElse(null) : null,
                mayChange,
                refusal);
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", MailFrame.AROUND)
                .entity(one.data("page", shown).render())
                .build();
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** A date input sends four digits of a year, or what somebody typed into the address. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 2000 || day.getYear() > 9998) {
            throw new DateTimeException("No day of this installation");
        }
        return day;
    }

    /** What cannot be read is no filter either. */
    private static <T> T read(String typed, Function<String, T> reader) {
        try {
            return text(typed) == null ? null : reader.apply(text(typed));
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /** A filter that a page does not know is no filter; the address may be an old one. */
    private static <E extends Enum<E>> E choice(E[] choices, String name) {
        return Stream.of(choices)
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

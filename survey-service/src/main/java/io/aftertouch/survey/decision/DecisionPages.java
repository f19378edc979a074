package io.aftertouch.survey.decision;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.respondent.RespondentPath;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.aftertouch.survey.trigger.Rules;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** Who was or was not asked, and why. */
@Path("/decisions")
@Produces(MediaType.TEXT_HTML)
class DecisionPages {

    private static final int ROWS = 50;

    private final Decisions decisions;
    private final LedgerCounts counts;
    private final Touchpoints touchpoints;
    private final Rules rules;
    private final Clock clock;
    private final Template page;

    DecisionPages(
            Decisions decisions,
            LedgerCounts counts,
            Touchpoints touchpoints,
            Rules rules,
            Clock clock,
            @Location("decisions") Template page) {
        this.decisions = decisions;
        this.counts = counts;
        this.touchpoints = touchpoints;
        this.rules = rules;
        this.clock = clock;
        this.page = page;
    }

    /** What the filters say. */
    record Filters(
            String respondent, String touchpoint, UUID rule, Outcome outcome, Reason reason, LedgerPeriod period) {

        DecisionFilter since(Instant now) {
            return new DecisionFilter(
                    respondent, touchpoint, rule, null, outcome, reason, period.daysBefore(now), null);
        }

        public boolean isRule(String id) {
            return rule != null && rule.toString().equals(id);
        }

        public boolean areSet() {
            return Stream.of(respondent, touchpoint, rule, outcome, reason).anyMatch(Objects::nonNull);
        }

        /** The address of these filters with another reason, or with all. */
        public String with(Reason other) {
            return Stream.of(
                            parameter("respondent", respondent),
                            parameter("touchpoint", touchpoint),
                            parameter("rule", rule == null ? null : rule.toString()),
                            parameter("reason", other == null ? null : other.name()),
                            parameter("period", period.name()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("&", "/decisions?", ""));
        }

        /** The address of the page after this one. */
        public String after(String cursor) {
            String outcomePart = parameter("outcome", outcome == null ? null : outcome.name());
            return with(reason) + (outcomePart.isEmpty() ? "" : "&" + outcomePart) + "&" + parameter("cursor", cursor);
        }

        private static String parameter(String name, String value) {
            return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** One bar of the coverage. */
    record Bar(Reason reason, Outcome outcome, long count, double share, String width) {}

    /** What the page shows. */
    record DecisionsPage(
            Filters filters,
            long total,
            List<Bar> coverage,
            List<DecisionView> rows,
            String next,
            Map<String, String> touchpointNames,
            List<Option> touchpoints,
            List<Option> rules) {

        public List<Outcome> outcomes() {
            return List.of(Outcome.values());
        }

        public List<Reason> reasons() {
            return Stream.of(Reason.values())
                    .sorted(Comparator.comparing(Reason::words))
                    .toList();
        }

        public List<LedgerPeriod> periods() {
            return List.of(LedgerPeriod.values());
        }

        public String respondentPath(String ref) {
            return "/respondents/" + RespondentPath.segment(ref);
        }

        /** Why, and what follows. */
        public String why(DecisionView row) {
            if (row.freeAt() == null) {
                return row.reason().words();
            }
            String day = Dates.day(row.freeAt());
            return switch (row.outcome()) {
                case DEFERRED -> row.supersededAt() == null ? "Judged again " + day : "Was judged again";
                case INVITED, NOT_INVITED -> row.reason().words() + ": free again " + day;
            };
        }

        public String nameOf(String touchpoint) {
            return touchpointNames.getOrDefault(touchpoint, touchpoint);
        }

        public String parameter(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
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

        /** What became of the invitation, in words; null when there is none. */
        public String fate(DecisionView row) {
            if (row.invitation() == null) {
                return null;
            }
            Reason reason = row.invitation().reason();
            String state = row.invitation().state().words();
            return reason == null ? state : state + ": " + reason.words();
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(
            @QueryParam("respondent") String respondent,
            @QueryParam("touchpoint") String touchpoint,
            @QueryParam("rule") String rule,
            @QueryParam("outcome") String outcome,
            @QueryParam("reason") String reason,
            @QueryParam("period") String period,
            @QueryParam("cursor") String cursor) {
        Filters filters = new Filters(
                text(respondent),
                text(touchpoint),
                id(rule),
                choice(Outcome.values(), outcome),
                choice(Reason.values(), reason),
                LedgerPeriod.of(period));
        Instant now = clock.instant();
        DecisionFilter filter = filters.since(now);
        List<LedgerCounts.Count> counted = counts.of(filter, now);
        PagedView<DecisionView> rows = decisions.page(filter, cursor, ROWS);
        List<Touchpoint> everywhere = touchpoints.all();
        Map<String, String> names = everywhere.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        DecisionsPage shown = new DecisionsPage(
                filters,
                counted.stream().mapToLong(LedgerCounts.Count::decisions).sum(),
                bars(counted),
                rows.items(),
                rows.next() == null ? null : filters.after(rows.next()),
                names,
                everywhere.stream()
                        .map(one -> new Option(one.key(), one.name()))
                        .toList(),
                rules.all().stream()
                        .map(one -> new Option(
                                one.id().toString(),
                                one.survey() + " at " + names.getOrDefault(one.touchpoint(), one.touchpoint())))
                        .toList());
        return page.data("page", shown).render();
    }

    private static List<Bar> bars(List<LedgerCounts.Count> counts) {
        long total = counts.stream().mapToLong(LedgerCounts.Count::decisions).sum();
        long most =
                counts.stream().mapToLong(LedgerCounts.Count::decisions).max().orElse(1);
        return counts.stream()
                .map(count -> new Bar(
                        count.reason(),
                        count.outcome(),
                        count.decisions(),
                        (double) count.decisions() / total,
                        Math.round(1000.0 * count.decisions() / most) / 10.0 + "%"))
                .toList();
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static UUID id(String typed) {
        try {
            return text(typed) == null ? null : UUID.fromString(text(typed));
        } catch (IllegalArgumentException e) {
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

package io.aftertouch.survey.decision;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** Who is asked, and who never is. */
@Path("/decisions/coverage")
@Produces(MediaType.TEXT_HTML)
class CoveragePages {

    private static final int MOST_REASONS = 3;

    private final Coverage coverage;
    private final Touchpoints touchpoints;
    private final Clock clock;
    private final Template page;

    CoveragePages(Coverage coverage, Touchpoints touchpoints, Clock clock, @Location("coverage") Template page) {
        this.coverage = coverage;
        this.touchpoints = touchpoints;
        this.clock = clock;
        this.page = page;
    }

    /** One group in words. */
    record Group(String name, String key, CoverageRow row, double share, String width, String whyNot) {

        public boolean isNeverAsked() {
            return row.invited() == 0;
        }
    }

    /** What the page shows. */
    record CoveragePage(
            CoverageView coverage,
            List<Group> groups,
            long neverAsked,
            String touchpoint,
            String touchpointName,
            LedgerPeriod period,
            List<Option> touchpoints,
            List<Option> groupings) {

        public List<LedgerPeriod> periods() {
            return List.of(LedgerPeriod.values());
        }

        /** Whether something may have become of invitations that is not counted yet. */
        public boolean isCountedAhead() {
            return coverage.asOf().isBefore(coverage.to());
        }

        public boolean isByTouchpoint() {
            return coverage.groupBy().equals("touchpoint");
        }

        /** What the groups are called. */
        public String dimension() {
            return isByTouchpoint() ? "Touchpoint" : coverage.groupBy().substring("segment:".length());
        }

        /** The decisions of one touchpoint. */
        public String ledger(String key) {
            return "/decisions?period=" + period.name() + "&touchpoint="
                    + URLEncoder.encode(key, StandardCharsets.UTF_8);
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(
            @QueryParam("touchpoint") String touchpoint,
            @QueryParam("groupBy") String groupBy,
            @QueryParam("period") String period) {
        Instant now = clock.instant();
        LedgerPeriod chosen = LedgerPeriod.of(period);
        String where = touchpoint == null || touchpoint.isBlank() ? null : touchpoint.strip();
        CoverageGrouping grouping = groupBy == null || groupBy.isBlank()
                ? CoverageGrouping.BY_TOUCHPOINT
                : CoverageGrouping.parse(groupBy.strip());
        CoverageView view = coverage.of(CoverageQuestion.of(chosen.daysBefore(now), now, where, grouping, now));
        List<Touchpoint> everywhere = touchpoints.all();
        Map<String, String> names = everywhere.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        List<Group> groups = groups(view, names);
        CoveragePage shown = new CoveragePage(
                view,
                groups,
                groups.stream().filter(Group::isNeverAsked).count(),
                where,
                names.getOrDefault(where, where),
                chosen,
                everywhere.stream()
                        .map(one -> new Option(one.key(), one.name()))
                        .toList(),
                groupings(grouping));
        return page.data("page", shown).render();
    }

    private List<Option> groupings(CoverageGrouping chosen) {
        List<Option> groupings = new ArrayList<>(List.of(new Option("touchpoint", "Touchpoint")));
        var dimensions = coverage.dimensions();
        chosen.dimension().ifPresent(dimensions::add);
        dimensions.forEach(dimension -> groupings.add(new Option("segment:" + dimension, "Segment: " + dimension)));
        return groupings;
    }

    /** Who is never asked comes first. */
    private static List<Group> groups(CoverageView view, Map<String, String> touchpointNames) {
        long most = view.groups().stream().mapToLong(CoverageRow::judged).max().orElse(1);
        return view.groups().stream()
                .map(row -> group(row, touchpointNames, most))
                .sorted(Comparator.comparing(Group::isNeverAsked).reversed())
                .toList();
    }

    private static Group group(CoverageRow row, Map<String, String> touchpointNames, long most) {
        String key = row.group();
        return new Group(
                key == null ? "Not known" : touchpointNames.getOrDefault(key, key),
                key,
                row,
                (double) row.invited() / row.judged(),
                Math.round(1000.0 * row.invited() / most) / 10.0 + "%",
                row.notInvited().stream()
                        .limit(MOST_REASONS)
                        .map(why -> why.reason().words() + " " + why.count())
                        .collect(Collectors.joining(", ")));
    }
}

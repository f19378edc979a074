package io.aftertouch.score.target;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.dashboard.Shown;
import io.aftertouch.score.metric.Metric;

/** Puts the pages of targets together. */
@ApplicationScoped
class TargetDrawing {

    private static final int ON_A_PAGE = 50;

    private final TargetRepository targets;
    private final Outlooks outlooks;
    private final Touchpoints touchpoints;
    private final Caller caller;
    private final CallerNames callers;
    private final Clock clock;
    private final ZoneId zone;

    TargetDrawing(
            TargetRepository targets,
            Outlooks outlooks,
            Touchpoints touchpoints,
            Caller caller,
            CallerNames callers,
            Clock clock,
            ZoneId zone) {
        this.targets = targets;
        this.outlooks = outlooks;
        this.touchpoints = touchpoints;
        this.caller = caller;
        this.callers = callers;
        this.clock = clock;
        this.zone = zone;
    }

    TargetsPage list(String touchpoint, Cursor start, PageForm form) {
        String at = touchpoint == null || touchpoint.isBlank() ? null : touchpoint;
        List<Target> found = targets.newestFirst(at, start == null ? null : start.uuid(0), ON_A_PAGE + 1);
        List<Judged> shown = outlooks.judged(found.subList(0, Math.min(ON_A_PAGE, found.size())));
        List<Touchpoint> all = touchpoints.all();
        Map<String, String> names = names(all);
        return new TargetsPage(
                lead(shown),
                clock.instant(),
                shown.stream().map(one -> row(one, names)).toList(),
                at == null ? "" : at,
                all.stream().map(place -> new Option(place.key(), place.name())).toList(),
                Stream.of(Metric.values())
                        .map(metric -> new Option(metric.name(), metric.name()))
                        .toList(),
                form,
                found.size() > ON_A_PAGE ? older(at, shown.getLast().target()) : null,
                caller.may(Scopes.CONFIG_WRITE));
    }

    TargetPage one(Target target, PageForm form) {
        Outlook outlook = outlooks.of(target);
        return new TargetPage(
                row(new Judged(target, outlook), names(touchpoints.all())),
                target.version(),
                callers.shown(target.createdBy()),
                target.createdAt(),
                outlook.asOf(),
                form,
                caller.may(Scopes.CONFIG_WRITE));
    }

    /** The newest targets, for whoever wants them as data. */
    List<Judged> judged(String touchpoint, int limit) {
        return outlooks.judged(targets.newestFirst(touchpoint, null, limit));
    }

    private TargetRow row(Judged one, Map<String, String> names) {
        Target target = one.target();
        return TargetRow.of(
                target,
                one.outlook(),
                names.getOrDefault(target.touchpoint(), target.touchpoint()),
                LocalDate.ofInstant(one.outlook().asOf(), zone));
    }

    private static Map<String, String> names(List<Touchpoint> all) {
        return all.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
    }

    /** "Three run: one is likely to be met, two are not. Two are over: one met, one missed." */
    private static String lead(List<Judged> shown) {
        if (shown.isEmpty()) {
            return "A target says which score a touchpoint is to reach, and by when.";
        }
        List<Outlook> all = shown.stream().map(Judged::outlook).toList();
        long running = count(all, TargetState.RUNNING) + count(all, TargetState.UPCOMING);
        long likely = all.stream()
                .flatMap(outlook -> outlook.forecast().stream())
                .filter(forecast -> Likelihood.of(forecast.probability()).compareTo(Likelihood.LIKELY) <= 0)
                .count();
        List<String> sentences = new ArrayList<>();
        sentences.add("%s %s; %s likely to be met."
                .formatted(
                        Shown.capital(Shown.counted(running, "target", "targets")),
                        running == 1 ? "runs" : "run",
                        likely == 0 ? "none is" : likely == 1 ? "one is" : Numbers.shown(likely) + " are"));
        long over = shown.size() - running;
        if (over > 0) {
            sentences.add("%s over: %s met, %s missed."
                    .formatted(
                            over == 1 ? "One is" : Numbers.shown(over) + " are",
                            Numbers.shown(count(all, TargetState.MET)),
                            Numbers.shown(count(all, TargetState.MISSED))));
        }
        return String.join(" ", sentences);
    }

    private static long count(List<Outlook> all, TargetState state) {
        return all.stream().filter(outlook -> outlook.state() == state).count();
    }

    private static String older(String touchpoint, Target last) {
        String filter = touchpoint == null ? "" : "touchpoint=" + Shown.encoded(touchpoint) + "&";
        return "/targets?" + filter + "cursor=" + Cursor.encode(last.id());
    }
}

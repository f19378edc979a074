package io.aftertouch.score.improvement;

import java.time.Clock;
import java.time.Instant;
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
import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.dashboard.Shown;
import io.aftertouch.score.metric.Metric;

/** Puts the pages of improvements together. */
@ApplicationScoped
class ImprovementDrawing {

    private static final int ON_A_PAGE = 50;

    private final ImprovementRepository improvements;
    private final Effects effects;
    private final Touchpoints touchpoints;
    private final Caller caller;
    private final CallerNames callers;
    private final Clock clock;
    private final ZoneId zone;

    ImprovementDrawing(
            ImprovementRepository improvements,
            Effects effects,
            Touchpoints touchpoints,
            Caller caller,
            CallerNames callers,
            Clock clock,
            ZoneId zone) {
        this.improvements = improvements;
        this.effects = effects;
        this.touchpoints = touchpoints;
        this.caller = caller;
        this.callers = callers;
        this.clock = clock;
        this.zone = zone;
    }

    ImprovementsPage list(String touchpoint, Cursor start, PageForm form) {
        String at = touchpoint == null || touchpoint.isBlank() ? null : touchpoint;
        List<Improvement> found = improvements.newestFirst(at, start == null ? null : start.uuid(0), ON_A_PAGE + 1);
        List<Improvement> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        List<Touchpoint> all = touchpoints.all();
        Map<String, String> names = names(all);
        return new ImprovementsPage(
                clock.instant(),
                shown.stream()
                        .map(one -> ImprovementRow.of(one, effects.of(one), name(names, one.touchpoint())))
                        .toList(),
                at == null ? "" : at,
                options(all),
                Stream.of(Metric.values())
                        .map(metric -> new Option(metric.name(), metric.name()))
                        .toList(),
                form,
                found.size() > ON_A_PAGE ? older(at, shown.getLast()) : null,
                caller.may(Scopes.CONFIG_WRITE));
    }

    ImprovementPage one(Improvement improvement, PageForm form) {
        ImprovementSettings settings = improvement.settings();
        Effect effect = effects.of(improvement);
        EffectWords words = new EffectWords(improvement.metric(), effect);
        List<Touchpoint> all = touchpoints.all();
        Map<String, String> names = names(all);
        return new ImprovementPage(
                ImprovementRow.of(improvement, effect, name(names, improvement.touchpoint())),
                settings.description(),
                words.finding(settings, LocalDate.ofInstant(effect.asOf(), zone)),
                "%s to %s against %s to %s"
                        .formatted(
                                Dates.day(effect.changedAt()),
                                lastDay(effect.to()),
                                Dates.day(effect.from()),
                                lastDay(effect.changedAt())),
                lines(improvement, effect, words, names),
                effect.meanwhile().stream()
                        .map(other -> new ImprovementPage.Link(
                                other.id(),
                                other.settings().name(),
                                name(names, other.touchpoint()),
                                Dates.day(other.settings().changedOn())))
                        .toList(),
                settings.money() == null ? List.of() : MoneyLine.of(settings.money()),
                options(all.stream()
                        .filter(one -> !one.key().equals(improvement.touchpoint()))
                        .toList()),
                improvement.version(),
                callers.shown(improvement.createdBy()),
                improvement.createdAt(),
                effect.asOf(),
                form,
                caller.may(Scopes.CONFIG_WRITE));
    }

    /** The last day before a moment at which a day begins. */
    private static String lastDay(Instant end) {
        return Dates.day(end.minusSeconds(1));
    }

    private static List<ImprovementPage.Line> lines(
            Improvement improvement, Effect effect, EffectWords words, Map<String, String> names) {
        List<ImprovementPage.Line> lines = new ArrayList<>();
        lines.add(new ImprovementPage.Line(
                Shown.encoded(improvement.touchpoint()),
                name(names, improvement.touchpoint()),
                true,
                ImprovementRow.figure(effect.before()),
                ImprovementRow.figure(effect.after()),
                effect.change().map(words::change).orElse("")));
        effect.compared()
                .forEach(beside -> lines.add(new ImprovementPage.Line(
                        Shown.encoded(beside.touchpoint()),
                        name(names, beside.touchpoint()),
                        false,
                        ImprovementRow.figure(beside.before()),
                        ImprovementRow.figure(beside.after()),
                        beside.change().map(words::change).orElse(""))));
        return lines;
    }

    private static List<Option> options(List<Touchpoint> all) {
        return all.stream().map(place -> new Option(place.key(), place.name())).toList();
    }

    private static Map<String, String> names(List<Touchpoint> all) {
        return all.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
    }

    private static String name(Map<String, String> names, String touchpoint) {
        return names.getOrDefault(touchpoint, touchpoint);
    }

    private static String older(String touchpoint, Improvement last) {
        String filter = touchpoint == null ? "" : "touchpoint=" + Shown.encoded(touchpoint) + "&";
        return "/improvements?" + filter + "cursor=" + Cursor.encode(last.id());
    }
}

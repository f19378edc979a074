package io.aftertouch.score.dashboard;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Stage;
import io.aftertouch.score.report.Stages;
import io.aftertouch.score.report.Standing;
import io.aftertouch.score.watch.HotSpots;

/** Puts the page of the journey together. */
@ApplicationScoped
class Journey {

    private final Overview overview;
    private final HotSpots hotSpots;
    private final FilterForms forms;
    private final Clock clock;

    Journey(Overview overview, HotSpots hotSpots, FilterForms forms, Clock clock) {
        this.overview = overview;
        this.hotSpots = hotSpots;
        this.forms = forms;
        this.clock = clock;
    }

    JourneyPage page(Filter filter) {
        Map<Integer, List<String>> hot = hotSpots.current().hotSpots().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.touchpoint().id(),
                        Collectors.mapping(
                                entry -> entry.hotSpot()
                                        .segment()
                                        .map(segment -> "hot spot: " + segment)
                                        .orElse("hot spot"),
                                Collectors.toList())));
        var stages = Stages.inOrder(overview.standings(filter));
        return new JourneyPage(
                lead(stages.size(), hot.size()),
                clock.instant(),
                forms.form("/journey", filter),
                filter.query(),
                stages.entrySet().stream()
                        .map(stage -> column(stage.getKey(), stage.getValue(), hot))
                        .toList());
    }

    private static JourneyPage.StageColumn column(
            Stage stage, List<Standing> standings, Map<Integer, List<String>> hot) {
        long answers = standings.stream()
                .flatMap(standing -> standing.bucket().stream())
                .flatMap(bucket -> bucket.shown().stream())
                .mapToLong(Score::n)
                .sum();
        return new JourneyPage.StageColumn(
                stage.name() == null ? "Stage not known yet" : stage.name(),
                Numbers.shown(answers) + (answers == 1 ? " answer" : " answers"),
                standings.stream()
                        .map(standing -> new JourneyPage.Card(
                                Shown.encoded(standing.touchpoint().key()),
                                standing.touchpoint().name(),
                                standing.group()
                                        .map(ScoreReport.Group::scale)
                                        .map(scale -> scale.metric().name())
                                        .orElse(""),
                                standing.bucket().map(Figure::of).orElseGet(() -> Figure.empty(Figure.State.NONE)),
                                standing.cases(),
                                hot.getOrDefault(standing.touchpoint().id(), List.of())))
                        .toList());
    }

    private static String lead(int stages, int hot) {
        return Shown.capital(Shown.counted(stages, "stage", "stages"))
                + " in the order in which customers meet them. "
                + Shown.capital(Shown.counted(hot, "touchpoint is", "touchpoints are"))
                + " hot.";
    }
}

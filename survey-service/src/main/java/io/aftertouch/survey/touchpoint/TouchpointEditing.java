package io.aftertouch.survey.touchpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.retry.RetryOnConflict;

/** Makes, changes and moves touchpoints, and tells the other services. Whoever changes the journey waits for whoever is changing it. */
@ApplicationScoped
class TouchpointEditing {

    private final TouchpointRepository touchpoints;
    private final StageRepository stages;
    private final JourneyNews news;
    private final Event<TouchpointTurned> turned;
    private final Clock clock;

    TouchpointEditing(
            TouchpointRepository touchpoints,
            StageRepository stages,
            JourneyNews news,
            Event<TouchpointTurned> turned,
            Clock clock) {
        this.touchpoints = touchpoints;
        this.stages = stages;
        this.news = news;
        this.turned = turned;
        this.clock = clock;
    }

    @RetryOnConflict
    @Transactional
    TouchpointView create(CreateTouchpoint wish) {
        stages.holdTheJourney();
        Instant now = clock.instant();
        if (touchpoints.findByIdOptional(wish.key()).isPresent()) {
            throw new TouchpointExists(wish.key());
        }
        Stage stage = stage(wish.stage());
        Touchpoint touchpoint = new Touchpoint(wish.key(), wish.name(), stage, wish.channel(), now);
        Placed.insert(touchpoints.under(stage), touchpoint, Integer.MAX_VALUE);
        touchpoints.persistAndFlush(touchpoint);
        news.tell(List.of(touchpoint), now);
        return TouchpointView.of(touchpoint);
    }

    @RetryOnConflict
    @Transactional
    TouchpointView change(String key, String ifMatch, ChangeTouchpoint wish) {
        stages.holdTheJourney();
        Touchpoint touchpoint = touchpoint(key);
        new EntityTag(touchpoint.version()).mustMatch(ifMatch);
        Stage stage = stage(wish.stage());
        List<Touchpoint> here = touchpoints.under(touchpoint.stage());
        List<Touchpoint> there = stage == touchpoint.stage() ? here : touchpoints.under(stage);
        Instant now = clock.instant();
        boolean wasRetired = touchpoint.isRetired();
        touchpoint.change(
                wish.name(), wish.channel(), Objects.requireNonNullElse(wish.state(), touchpoint.state()), now);
        Map<Touchpoint, Integer> before = places(here, there);
        if (here != there) {
            Placed.number(without(touchpoint, here));
            touchpoint.moveTo(stage);
            Placed.insert(there, touchpoint, Objects.requireNonNullElse(wish.position(), Integer.MAX_VALUE));
        } else if (wish.position() != null) {
            Placed.insert(without(touchpoint, here), touchpoint, wish.position());
        }
        touchpoints.flush();
        if (wasRetired != touchpoint.isRetired()) {
            turned.fire(new TouchpointTurned(key));
        }
        return told(touchpoint, before, now);
    }

    /** One place towards the beginning of its stage, or towards its end. */
    @RetryOnConflict
    @Transactional
    TouchpointView move(String key, Step step) {
        stages.holdTheJourney();
        Touchpoint touchpoint = touchpoint(key);
        List<Touchpoint> here = touchpoints.under(touchpoint.stage());
        Map<Touchpoint, Integer> before = places(here, here);
        Placed.insert(without(touchpoint, here), touchpoint, step.from(touchpoint.position()));
        touchpoints.flush();
        return told(touchpoint, before, clock.instant());
    }

    private static Map<Touchpoint, Integer> places(List<Touchpoint> here, List<Touchpoint> there) {
        return Stream.concat(here.stream(), there.stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), Touchpoint::position));
    }

    /** Tells of a touchpoint and of all that made room for it. */
    private TouchpointView told(Touchpoint touchpoint, Map<Touchpoint, Integer> before, Instant now) {
        news.tell(
                before.keySet().stream()
                        .filter(other -> other == touchpoint || before.get(other) != other.position())
                        .toList(),
                now);
        return TouchpointView.of(touchpoint);
    }

    private static List<Touchpoint> without(Touchpoint touchpoint, List<Touchpoint> all) {
        return all.stream().filter(other -> other != touchpoint).toList();
    }

    private Touchpoint touchpoint(String key) {
        return touchpoints.findByIdOptional(key).orElseThrow(NotFound::new);
    }

    private Stage stage(String key) {
        return stages.findByIdOptional(key).orElseThrow(() -> new UnknownStage(key));
    }
}

package io.aftertouch.survey.touchpoint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/** Makes, renames, moves and removes the stages of the journey. Whoever changes the journey waits for whoever is changing it. */
@ApplicationScoped
class StageEditing {

    private static final Logger LOG = Logger.getLogger(StageEditing.class);

    private final StageRepository stages;
    private final TouchpointRepository touchpoints;
    private final JourneyNews news;
    private final Clock clock;

    StageEditing(StageRepository stages, TouchpointRepository touchpoints, JourneyNews news, Clock clock) {
        this.stages = stages;
        this.touchpoints = touchpoints;
        this.news = news;
        this.clock = clock;
    }

    @RetryOnConflict
    @Transactional
    StageView create(CreateStage wish) {
        stages.holdTheJourney();
        if (stages.findByIdOptional(wish.key()).isPresent()) {
            throw new StageExists(wish.key());
        }
        List<Stage> others = stages.inOrder();
        Map<String, Integer> before = places(others);
        Stage stage = new Stage(wish.key(), wish.name());
        Placed.insert(others, stage, Objects.requireNonNullElse(wish.position(), Integer.MAX_VALUE));
        stages.persistAndFlush(stage);
        tellOf(moved(before));
        LOG.infof("Stage %s made", stage.key());
        return StageView.of(stage);
    }

    @RetryOnConflict
    @Transactional
    StageView change(String key, String ifMatch, ChangeStage wish) {
        stages.holdTheJourney();
        Stage stage = stage(key);
        new EntityTag(stage.version()).mustMatch(ifMatch);
        return change(stage, wish);
    }

    /** One place towards the beginning of the journey, or towards its end. */
    @RetryOnConflict
    @Transactional
    StageView move(String key, Step step) {
        stages.holdTheJourney();
        Stage stage = stage(key);
        return change(stage, new ChangeStage(stage.name(), step.from(stage.position())));
    }

    @RetryOnConflict
    @Transactional
    void delete(String key, String ifMatch) {
        stages.holdTheJourney();
        Stage stage = stage(key);
        new EntityTag(stage.version()).mustMatch(ifMatch);
        if (!touchpoints.under(stage).isEmpty()) {
            throw new StageInUse(key);
        }
        List<Stage> left = stages.inOrder().stream()
                .filter(other -> !other.key().equals(key))
                .toList();
        if (left.isEmpty()) {
            throw new LastStage(key);
        }
        Map<String, Integer> before = places(left);
        stages.delete(stage);
        Placed.number(left);
        stages.flush();
        tellOf(moved(before));
        LOG.infof("Stage %s removed", key);
    }

    private StageView change(Stage stage, ChangeStage wish) {
        List<Stage> all = stages.inOrder();
        Map<String, Integer> before = places(all);
        boolean renamed = !stage.name().equals(wish.name());
        stage.rename(wish.name());
        if (wish.position() != null) {
            Placed.insert(
                    all.stream()
                            .filter(other -> !other.key().equals(stage.key()))
                            .toList(),
                    stage,
                    wish.position());
        }
        stages.flush();
        Set<String> changed = moved(before);
        if (renamed) {
            changed.add(stage.key());
        }
        tellOf(changed);
        LOG.infof("Stage %s changed", stage.key());
        return StageView.of(stage);
    }

    private static Map<String, Integer> places(List<Stage> stages) {
        return stages.stream().collect(Collectors.toMap(Stage::key, Stage::position));
    }

    /** The stages that stand elsewhere than before. */
    private Set<String> moved(Map<String, Integer> before) {
        return stages.inOrder().stream()
                .filter(stage -> before.containsKey(stage.key()) && before.get(stage.key()) != stage.position())
                .map(Stage::key)
                .collect(Collectors.toSet());
    }

    private void tellOf(Set<String> changed) {
        news.tell(
                touchpoints.alongTheJourney().stream()
                        .filter(touchpoint ->
                                changed.contains(touchpoint.stage().key()))
                        .toList(),
                clock.instant());
    }

    private Stage stage(String key) {
        return stages.findByIdOptional(key).orElseThrow(NotFound::new);
    }
}

package io.aftertouch.survey.touchpoint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

/** The touchpoints, as other features may see them. */
@Singleton
public class Touchpoints {

    private final TouchpointRepository touchpoints;
    private final StageRepository stages;

    Touchpoints(TouchpointRepository touchpoints, StageRepository stages) {
        this.touchpoints = touchpoints;
        this.stages = stages;
    }

    /** Makes whoever would change a touchpoint wait for the end of this transaction. To be called before anything is read. */
    public void holdStill() {
        stages.holdTheJourney();
    }

    public Optional<Touchpoint> find(String key) {
        return touchpoints.findByIdOptional(key);
    }

    /** Those of the keys that there are. */
    public Map<String, Touchpoint> byKeys(Collection<String> keys) {
        return touchpoints.byKeys(keys);
    }

    /** In the order of the journey. */
    public List<Touchpoint> all() {
        return touchpoints.alongTheJourney();
    }

    /** What colleagues call them, by key. */
    public Map<String, String> names(Collection<String> keys) {
        return touchpoints.byKeys(keys).values().stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
    }
}

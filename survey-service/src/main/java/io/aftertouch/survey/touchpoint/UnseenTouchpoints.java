package io.aftertouch.survey.touchpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import io.aftertouch.platform.edit.Shapes;

/** Makes touchpoints of which an event is the first news. */
@Singleton
public class UnseenTouchpoints {

    private final TouchpointRepository touchpoints;
    private final StageRepository stages;
    private final JourneyNews news;
    private final Clock clock;

    UnseenTouchpoints(TouchpointRepository touchpoints, StageRepository stages, JourneyNews news, Clock clock) {
        this.touchpoints = touchpoints;
        this.stages = stages;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Makes those of the keys that there are not, and that can be keys, in the transaction of the caller.
     *
     * @param stage where they go; when there is no stage of this key, to the first one of the journey
     */
    public void make(Collection<String> keys, String stage, String channel) {
        Set<String> wanted = new TreeSet<>(keys);
        wanted.removeIf(key -> !key.matches(Shapes.KEY));
        if (wanted.isEmpty()) {
            return;
        }
        stages.holdTheJourney();
        wanted.removeAll(touchpoints.byKeys(wanted).keySet());
        Stage home =
                stages.findByIdOptional(stage).orElseGet(() -> stages.inOrder().getFirst());
        Instant now = clock.instant();
        for (String key : wanted) {
            Touchpoint touchpoint = new Touchpoint(key, name(key), home, channel, now);
            Placed.insert(touchpoints.under(home), touchpoint, Integer.MAX_VALUE);
            touchpoints.persistAndFlush(touchpoint);
            news.tell(List.of(touchpoint), now);
        }
    }

    /** {@code support.ticket-closed} is called "Support ticket closed". */
    static String name(String key) {
        String words = key.replaceAll("[._-]+", " ").strip();
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}

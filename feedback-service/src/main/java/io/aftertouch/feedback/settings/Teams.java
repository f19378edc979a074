package io.aftertouch.feedback.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The teams in the order in which they are asked; the first one whose rules fit a case gets it. */
public record Teams(List<Team> teams) {

    static final Teams NONE = new Teams(List.of());

    /** The team of a case; empty when no rule fits. */
    public Optional<Team> teamFor(String touchpoint, Map<String, String> segments) {
        return teams.stream().filter(team -> team.takes(touchpoint, segments)).findFirst();
    }

    /** What a team is called; a team that is no longer there by its key. */
    public String nameOf(String key) {
        return teams.stream()
                .filter(team -> team.key().equals(key))
                .map(Team::name)
                .findFirst()
                .orElse(key);
    }
}

package io.aftertouch.feedback.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TeamsTest {

    private static final Teams TEAMS = new Teams(List.of(
            new Team(
                    "danish-delivery",
                    "Danish delivery",
                    List.of(new Team.Rule("order.delivered", new TreeMap<>(Map.of("country", "DK"))))),
            new Team(
                    "delivery",
                    "Delivery",
                    List.of(
                            new Team.Rule("order.delivered", new TreeMap<>()),
                            new Team.Rule(null, new TreeMap<>(Map.of("carrier", "north", "plan", "pro")))))));

    @Test
    void theFirstTeamWhoseRuleFitsGetsTheCase() {
        assertThat(teamFor("order.delivered", Map.of("country", "DK", "plan", "pro")))
                .isEqualTo("danish-delivery");
        assertThat(teamFor("order.delivered", Map.of("country", "SE"))).isEqualTo("delivery");
        assertThat(teamFor("store.visit", Map.of("carrier", "north", "plan", "pro")))
                .isEqualTo("delivery");
    }

    @Test
    void aCaseThatFitsNoRuleHasNoTeam() {
        assertThat(TEAMS.teamFor("store.visit", Map.of("country", "DK"))).isEmpty();
        assertThat(TEAMS.teamFor("store.visit", Map.of("carrier", "north"))).isEmpty();
        assertThat(Teams.NONE.teamFor("store.visit", Map.of())).isEmpty();
        assertThat(new Teams(List.of(new Team("t", "T", List.of()))).teamFor("store.visit", Map.of()))
                .isEmpty();
    }

    @Test
    void aRuleWithoutAnythingFitsAll() {
        Teams all = new Teams(List.of(new Team("t", "T", List.of(new Team.Rule(null, new TreeMap<>())))));
        assertThat(all.teamFor("anything", Map.of()).orElseThrow().key()).isEqualTo("t");
    }

    @Test
    void aTeamThatIsGoneIsCalledByItsKey() {
        assertThat(TEAMS.nameOf("delivery")).isEqualTo("Delivery");
        assertThat(TEAMS.nameOf("gone")).isEqualTo("gone");
    }

    private static String teamFor(String touchpoint, Map<String, String> segments) {
        return TEAMS.teamFor(touchpoint, segments).orElseThrow().key();
    }
}

package io.aftertouch.feedback.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.aftertouch.feedback.response.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The teams, as somebody wants them; also how they are stored. */
@Schema(name = "ChangeTeams")
record ChangeTeams(
        @Schema(description = "In the order in which they are asked: the first one whose rules fit a case gets it.")
        List<TeamWish> teams) {

    private static final String KEY = "[a-z0-9][a-z0-9._-]{0,63}";
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LABEL = 64;
    private static final int MOST_SEGMENTS = 10;

    /** A team. */
    @Schema(name = "Team")
    record TeamWish(@Schema(pattern = KEY) String key, String name, List<RuleWish> rules) {}

    /** Which cases a team gets; a rule without a touchpoint and without segments fits all. */
    @Schema(name = "TeamRule")
    record RuleWish(String touchpoint, Map<String, String> segments) {}

    static ChangeTeams of(Teams teams) {
        return new ChangeTeams(teams.teams().stream()
                .map(team -> new TeamWish(
                        team.key(),
                        team.name(),
                        team.rules().stream()
                                .map(rule -> new RuleWish(rule.touchpoint(), rule.segments()))
                                .toList()))
                .toList());
    }

    /**
     * @param isTouchpoint whether a touchpoint has this key
     * @throws InvalidSetting naming every field that is not as it must be
     */
    Teams teams(Predicate<String> isTouchpoint) {
        Mistakes mistakes = new Mistakes();
        mistakes.addIf(teams == null, "teams", "is missing");
        List<TeamWish> wanted = teams == null ? List.of() : teams;
        mistakes.addIf(wanted.size() > MOST, "teams", "must be at most " + MOST);
        List<Team> read = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            read.add(read(wanted.get(i), "teams[" + i + "]", isTouchpoint, keys, mistakes));
        }
        mistakes.refuse();
        return new Teams(read);
    }

    private static Team read(
            TeamWish team, String field, Predicate<String> isTouchpoint, Set<String> keys, Mistakes mistakes) {
        if (team == null) {
            mistakes.add(field, "is missing");
            return null;
        }
        mistakes.addIf(
                team.key() == null || !team.key().matches(KEY),
                field + ".key",
                "must start with a letter or digit and hold only lower-case letters, digits, dots, hyphens and underscores");
        mistakes.addIf(team.key() != null && !keys.add(team.key()), field + ".key", "is taken by another team");
        mistakes.addIf(
                team.name() == null
                        || team.name().isBlank()
                        || !Text.Check.isStorable(team.name())
                        || Text.Check.length(team.name()) > LONGEST_NAME,
                field + ".name",
                "must have 1 to " + LONGEST_NAME + " characters");
        List<RuleWish> wanted = team.rules() == null ? List.of() : team.rules();
        mistakes.addIf(wanted.size() > MOST, field + ".rules", "must be at most " + MOST);
        List<Team.Rule> rules = new ArrayList<>();
        for (RuleWish rule : wanted) {
            rules.add(read(rule, field + ".rules", isTouchpoint, mistakes));
        }
        return new Team(team.key(), team.name() == null ? "" : team.name().strip(), rules);
    }

    private static Team.Rule read(RuleWish rule, String field, Predicate<String> isTouchpoint, Mistakes mistakes) {
        if (rule == null) {
            mistakes.add(field, "must not be null");
            return null;
        }
        mistakes.addIf(
                rule.touchpoint() != null && !isTouchpoint.test(rule.touchpoint()),
                field,
                "name a touchpoint that there is not: " + shortened(rule.touchpoint()));
        Map<String, String> segments = rule.segments() == null ? Map.of() : rule.segments();
        mistakes.addIf(segments.size() > MOST_SEGMENTS, field, "must have at most " + MOST_SEGMENTS + " segments");
        mistakes.addIf(
                segments.entrySet().stream().anyMatch(one -> isUnfit(one.getKey()) || isUnfit(one.getValue())),
                field,
                "must have segments such as country:DK, each part of 1 to " + LONGEST_LABEL + " characters");
        return new Team.Rule(rule.touchpoint(), new TreeMap<>(segments));
    }

    private static boolean isUnfit(String label) {
        return label == null
                || label.isBlank()
                || !Text.Check.isStorable(label)
                || Text.Check.length(label) > LONGEST_LABEL;
    }

    private static String shortened(String text) {
        return text != null && text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) + "…" : text;
    }
}

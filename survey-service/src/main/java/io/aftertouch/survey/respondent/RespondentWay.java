package io.aftertouch.survey.respondent;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A way through the respondents along one index.
 *
 * @param condition what holds for all rows on it, with named parameters
 * @param parameters of the condition
 * @param by the property by which it is ordered before the reference; null when by the reference alone
 */
record RespondentWay(String condition, Map<String, Object> parameters, String by) {

    /** The ways that together lead to all that may fit, each respondent on one of them only. */
    static List<RespondentWay> of(RespondentSearch.Criteria criteria) {
        if (criteria.mailbox().isPresent()) {
            return List.of(by(
                    "emailContact = :email", Map.of("email", criteria.mailbox().get())));
        }
        if (criteria.line().isPresent()) {
            return List.of(
                    by("phoneContact = :phone", Map.of("phone", criteria.line().get())));
        }
        if (criteria.q() != null) {
            return ofBeginnings(criteria.q());
        }
        if (Boolean.TRUE.equals(criteria.optedOut())) {
            return List.of(by("optedOut = :optedOut", Map.of("optedOut", true)));
        }
        return criteria.country() == null
                ? List.of(by("1 = 1", Map.of()))
                : List.of(by(
                        "country = :country",
                        Map.of("country", criteria.country().toUpperCase(Locale.ROOT))));
    }

    private static List<RespondentWay> ofBeginnings(String q) {
        Map<String, Object> exact = Map.of("q", beginning(q));
        Map<String, Object> both = Map.of("q", beginning(q), "lower", beginning(q.toLowerCase(Locale.ROOT)));
        return List.of(
                by("ref like :q escape '!'", exact),
                new RespondentWay("name like :q escape '!' and ref not like :q escape '!'", exact, "name"),
                new RespondentWay(
                        "emailContact like :lower escape '!' and ref not like :q escape '!'"
                                + " and (name is null or name not like :q escape '!')",
                        both,
                        "emailContact"));
    }

    private static RespondentWay by(String condition, Map<String, Object> parameters) {
        return new RespondentWay(condition, parameters, null);
    }

    private static String beginning(String q) {
        return q.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** What the respondent is ordered by on this way. */
    String key(Respondent respondent) {
        return by == null
                ? ""
                : by.equals("name")
                        ? respondent.name().orElse("")
                        : respondent.emailContact().orElse("");
    }
}

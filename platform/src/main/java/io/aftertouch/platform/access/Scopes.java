package io.aftertouch.platform.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a caller may do. The same words are scopes of API keys, permissions of people's roles and values of {@code @PermissionsAllowed}. */
public final class Scopes {

    public static final String EVENTS_WRITE = "events:write";
    public static final String RESPONSES_WRITE = "responses:write";
    public static final String RESPONSES_READ = "responses:read";
    public static final String CASES_WRITE = "cases:write";
    public static final String SCORES_READ = "scores:read";
    public static final String CONFIG_READ = "config:read";
    public static final String CONFIG_WRITE = "config:write";

    /** Names, addresses and consents of the people who are asked, and what each of them was asked. */
    public static final String RESPONDENTS_READ = "respondents:read";

    public static final String ADMIN = "admin";

    /** What only the services of the installation ask of each other, with {@link ServiceTokens}; neither a key nor a role can have it. */
    public static final String SERVICES = "services";

    /** Every scope that a key can have, in the order in which they are shown. */
    public static final Set<String> ALL = new TreeSet<>(Set.of(
            EVENTS_WRITE,
            RESPONSES_WRITE,
            RESPONSES_READ,
            CASES_WRITE,
            SCORES_READ,
            CONFIG_READ,
            CONFIG_WRITE,
            RESPONDENTS_READ,
            ADMIN));

    /** What each role of a person allows. */
    private static final Map<String, Set<String>> OF_ROLE = Map.of(
            "admin", ALL,
            "editor", Set.of(CONFIG_READ, CONFIG_WRITE, RESPONDENTS_READ, EVENTS_WRITE, RESPONSES_READ, SCORES_READ),
            "support", Set.of(CONFIG_READ, RESPONDENTS_READ, CASES_WRITE, RESPONSES_READ, SCORES_READ),
            "analyst", Set.of(CONFIG_READ, RESPONSES_READ, SCORES_READ));

    /** Every role that a person can have. */
    public static final Set<String> ROLES = OF_ROLE.keySet();

    private Scopes() {}

    public static Set<String> ofRole(String role) {
        return OF_ROLE.getOrDefault(role, Set.of());
    }

    /** What words allow that should be scopes of a key: {@code admin} is everything, and what no key can have is nothing. */
    public static Set<String> implied(Set<String> words) {
        if (words.contains(ADMIN)) {
            return ALL;
        }
        Set<String> scopes = new TreeSet<>(words);
        scopes.retainAll(ALL);
        return scopes;
    }
}

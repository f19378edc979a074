package io.aftertouch.feedback.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of a segment are the same, whether those of the segment are looked at or all of them are passed over. */
@QuarkusTest
@RealInfrastructureTest
class CaseSegmentsTest {

    private final Desk desk = new Desk();
    private final String rare = "p-" + UUID.randomUUID();

    @Inject
    CaseSegments segments;

    @Inject
    EntityManager database;

    private UUID first;
    private UUID second;
    private UUID closed;

    @BeforeEach
    void someCustomersOfARarePlanAreUnhappy() {
        first = aCase("Broken glass", "DK", rare);
        second = aCase("Broken cup", "SE", rare);
        closed = aCase("Too dear", "DK", rare);
        desk.step(closed.toString(), "spam").statusCode(200);
        aCase("Broken plate", "DK", "common");
    }

    @ParameterizedTest
    @EnumSource(CaseOrder.class)
    void bothWaysLeadToTheSameCases(CaseOrder order) {
        List<UUID> open = order == CaseOrder.DUE ? List.of(first, second) : List.of(second, first);
        assertBothWays(order, null, CaseState.OPEN, null, open);
        assertBothWays(order, null, CaseState.OPEN, open.getFirst(), open.subList(1, 2));
        assertBothWays(order, "broken", Set.of(), null, open);
        assertBothWays(order, "broken", Set.of(), open.getFirst(), open.subList(1, 2));
        assertBothWays(order, "nobody said this", Set.of(), null, List.of());
        assertBothWays(order, null, Set.of(CaseState.SPAM), null, List.of(closed));
    }

    @Test
    void theRarestDimensionLeadsTheWay() {
        assertThat(segments.rare(Map.of("country", Set.of("DK"), "plan", Set.of(rare))))
                .contains("plan");
        assertThat(segments.rare(Map.of("plan", Set.of(rare, "common")))).contains("plan");
        assertThat(segments.rare(Map.of("planet", Set.of("earth")))).contains("planet");
        assertThat(segments.rare(Map.of())).isEmpty();
    }

    /** As in an installation that was there before they were kept. */
    @Test
    void casesFromBeforeAreFoundAsWell() throws IOException {
        String migration = migration();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("DELETE FROM case_segment WHERE value = :rare")
                    .setParameter("rare", rare)
                    .executeUpdate();
            assertThat(found(CaseOrder.DUE, "", CaseState.OPEN, null, Optional.of("plan")))
                    .isEmpty();
            database.createNativeQuery(migration).executeUpdate();
        });
        assertThat(found(CaseOrder.DUE, "", CaseState.OPEN, null, Optional.of("plan")))
                .containsExactly(first, second);
    }

    private void assertBothWays(CaseOrder order, String words, Set<CaseState> states, UUID after, List<UUID> expected) {
        for (Optional<String> way : List.of(Optional.of("plan"), Optional.<String>empty())) {
            assertThat(found(order, words, states, after, way)).as("by " + way).isEqualTo(expected);
        }
    }

    private List<UUID> found(
            CaseOrder order, String words, Set<CaseState> states, UUID after, Optional<String> rareDimension) {
        var asked = new CaseFilter(
                new HashSet<>(states),
                desk.touchpoint(),
                null,
                null,
                false,
                words,
                new TreeMap<>(Map.of("plan", Set.of(rare))),
                null);
        return QuarkusTransaction.joiningExisting().call(() -> {
            String cursor = after == null
                    ? null
                    : ReviewCaseRepository.cursorAfter(order, database.find(ReviewCase.class, after));
            var search = new CaseSearch(asked, rareDimension, order, cursor);
            var query = database.createNativeQuery(search.sql());
            search.values().forEach(query::setParameter);
            return ((List<?>) query.getResultList())
                    .stream().map(id -> UuidBytes.fromBytes((byte[]) id)).toList();
        });
    }

    private UUID aCase(String comment, String country, String plan) {
        return UUID.fromString(
                desk.aCase(Map.of("comment", comment, "segments", Map.of("country", country, "plan", plan))));
    }

    private static String migration() throws IOException {
        try (InputStream file =
                CaseSegmentsTest.class.getResourceAsStream("/db/migration/V8_51__case_segment_of_earlier_cases.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll(";\\s*$", "");
        }
    }
}

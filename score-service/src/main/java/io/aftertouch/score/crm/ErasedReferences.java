package io.aftertouch.score.crm;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.seal.ReferenceSeal;
import io.aftertouch.score.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who was erased and must not come back with an answer that is heard late or again, by sealed reference. */
@ApplicationScoped
public class ErasedReferences {

    private final ReferenceSeal seal;
    private final Positions positions;
    private final Database database;
    private final Clock clock;

    ErasedReferences(
            @ConfigProperty(name = "aftertouch.respondent-key") String respondentKey,
            Positions positions,
            Database database,
            Clock clock) {
        this.seal = new ReferenceSeal(respondentKey);
        this.positions = positions;
        this.database = database;
        this.clock = clock;
    }

    /** With another key everybody who was erased could come back: the service then refuses to start. */
    void start(@Observes StartupEvent event) {
        boolean same = QuarkusTransaction.requiringNew().call(() -> {
            if (database.row("SELECT 1 FROM erased_subject LIMIT 1", row -> true)
                    .isEmpty()) {
                rememberSubject(seal.proof(), clock.instant());
            }
            return !found(Set.of(seal.proof())).isEmpty();
        });
        if (!same) {
            throw new IllegalStateException(
                    "aftertouch.respondent-key is not the key that erasures were remembered with. Set that one again.");
        }
    }

    /**
     * Those of some references that were erased. None of the others is before the open transaction ends, so what it stores of them is found by whoever
     * erases them then. Comes late in a transaction: all that name somebody wait for each other from here on.
     */
    public Set<String> among(Collection<String> refs) {
        if (refs.isEmpty()) {
            return Set.of();
        }
        positions.hold();
        Map<String, String> bySubject = new HashMap<>();
        refs.forEach(ref -> bySubject.put(seal.sealed(ref), ref));
        return found(bySubject.keySet()).stream().map(bySubject::get).collect(Collectors.toSet());
    }

    /** @param now as which time the erasure is remembered */
    void remember(String ref, Instant now) {
        rememberSubject(seal.sealed(ref), now);
    }

    private void rememberSubject(String subject, Instant at) {
        database.run("INSERT IGNORE INTO erased_subject (subject, erased_at) VALUES (?, ?)", subject, at);
    }

    private List<String> found(Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : database.rows(
                        "SELECT subject FROM erased_subject WHERE subject IN (" + Database.marks(subjects.size()) + ")",
                        row -> row.getString(1),
                        List.copyOf(subjects));
    }
}

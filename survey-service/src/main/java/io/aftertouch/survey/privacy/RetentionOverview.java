package io.aftertouch.survey.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.retention.Retention;
import io.aftertouch.platform.retention.RetentionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long each service keeps what, and how old the oldest is. */
@Singleton
class RetentionOverview {

    private static final String PATH = "/api/v1/personal-data/retention";
    private static final String OURSELVES = "survey-service";

    private final Retention own;
    private final Neighbours neighbours;
    private final ObjectMapper json;

    RetentionOverview(Retention own, Neighbours neighbours, ObjectMapper json) {
        this.own = own;
        this.neighbours = neighbours;
        this.json = json;
    }

    /** All of them; services that did not answer are named. */
    @Schema(name = "RetentionOverview")
    record Overview(
            List<Line> items,

            @Schema(description = "Services that did not answer: what they keep is not among the items.")
            List<String> missing) {}

    /** One kind of data in one service. */
    @Schema(name = "RetentionOfService")
    record Line(
            String service,
            String kind,
            String what,

            @Schema(description = "An ISO 8601 period.", examples = "P24M")
            String keptFor,

            @Schema(description = "When the oldest came in that still tells who it was; null when there is none.")
            Instant oldestAt,

            @Schema(description = "Before this everything should be forgotten.")
            Instant dueAt,

            @Schema(description = "When it was last gone through; null before the first time.")
            Instant ranAt,

            @Schema(description = "How much that round forgot.")
            long forgotten) {

        static Line of(String service, RetentionView view) {
            return new Line(
                    service,
                    view.kind(),
                    view.what(),
                    view.keptFor(),
                    view.oldestAt(),
                    view.dueAt(),
                    view.ranAt(),
                    view.forgotten());
        }

        /** Whether something is there that should be gone. */
        boolean late() {
            return oldestAt != null && oldestAt.isBefore(dueAt);
        }
    }

    Overview asked(Credentials credentials) {
        List<Line> lines = new ArrayList<>(
                own.overview().stream().map(view -> Line.of(OURSELVES, view)).toList());
        List<String> missing = new ArrayList<>();
        for (Neighbour neighbour : Neighbour.values()) {
            neighbours
                    .ask(neighbour, PATH, credentials)
                    .flatMap(this::views)
                    .ifPresentOrElse(
                            views -> views.forEach(view -> lines.add(Line.of(neighbour.title(), view))),
                            () -> missing.add(neighbour.title()));
        }
        return new Overview(List.copyOf(lines), List.copyOf(missing));
    }

    private Optional<List<RetentionView>> views(JsonNode answer) {
        try {
            return Optional.of(List.of(json.treeToValue(answer, RetentionView[].class)));
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }
}

package io.aftertouch.survey.event;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.Problem;
import io.aftertouch.platform.problem.ProblemCatalog;
import io.aftertouch.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** Takes a batch of events: reads each on its own, and hands on those that can be read. */
@Singleton
class EventBatchIntake {

    private static final Logger LOG = Logger.getLogger(EventBatchIntake.class);

    private final EventIntake intake;
    private final EventReader reader;
    private final ProblemCatalog problems;

    EventBatchIntake(EventIntake intake, EventReader reader, ProblemCatalog problems) {
        this.intake = intake;
        this.reader = reader;
        this.problems = problems;
    }

    /** What an item of the batch says, or what is wrong with it; the other one is null. */
    private record Item(ReceiveEvent event, Problem problem) {}

    EventBatchAnswer receive(EventBatch batch) {
        List<Item> items = batch.events().stream().map(this::read).toList();
        Iterator<Taken> taken = intake.receive(
                        items.stream().map(Item::event).filter(Objects::nonNull).toList())
                .iterator();
        List<EventBatchAnswer.Item> results = new ArrayList<>(items.size());
        for (Item item : items) {
            int index = results.size();
            results.add(
                    item.event() == null
                            ? EventBatchAnswer.Item.refused(index, item.problem())
                            : result(index, taken.next()));
        }
        return new EventBatchAnswer(results);
    }

    private EventBatchAnswer.Item result(int index, Taken taken) {
        return switch (taken) {
            case Taken.Accepted accepted -> EventBatchAnswer.Item.taken(index, accepted.answer());
            case Taken.Refused refused -> EventBatchAnswer.Item.refused(index, problem(refused.reason()));
        };
    }

    private Problem problem(RuntimeException reason) {
        if (reason instanceof ProblemException problem) {
            return problem(problem.slug(), problem.getMessage(), problem.errors());
        }
        LOG.errorf(reason, "Unexpected failure of an event of a batch");
        return problem("internal-error", "Something of ours failed. It has been logged.", List.of());
    }

    private Item read(JsonNode item) {
        try {
            return new Item(reader.read(item), null);
        } catch (ProblemException e) {
            return new Item(null, problem(e));
        }
    }

    private Problem problem(String slug, String detail, List<FieldError> errors) {
        ProblemCatalog.Entry entry = problems.entry(slug);
        return new Problem("/problems/" + slug, entry.title(), entry.status(), detail, null, errors);
    }
}

package io.aftertouch.feedback.response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.feedback.response.ResponseBatchAnswer.Item;
import io.aftertouch.platform.batch.BatchItems;
import io.aftertouch.platform.problem.ProblemException;

/** Takes a batch of answers through the same door as a single one; they are stored together, and refused each on its own. */
@Singleton
class ResponseBatchIntake {

    private final ResponseSubmission submission;
    private final BatchItems items;

    ResponseBatchIntake(ResponseSubmission submission, BatchItems items) {
        this.submission = submission;
        this.items = items;
    }

    /** Hands all of them in before it waits for any, so that they share transactions. */
    ResponseBatchAnswer submit(ResponseBatch batch) {
        Map<String, CompletableFuture<Item>> underWay = new HashMap<>();
        List<CompletableFuture<Item>> results = new ArrayList<>();
        for (JsonNode node : batch.responses()) {
            results.add(submit(results.size(), node, underWay));
        }
        return new ResponseBatchAnswer(
                results.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Item> submit(int index, JsonNode node, Map<String, CompletableFuture<Item>> underWay) {
        try {
            SubmitResponse response = items.read(node, SubmitResponse.class);
            CompletableFuture<Item> before = underWay.get(response.name());
            if (before != null) {
                before.join(); // what the batch says of one answer twice happens in its order
            }
            CompletableFuture<Item> result = submission
                    .submit(response, null)
                    .handle((submitted, failure) -> failure == null ? taken(index, submitted) : refused(index, failure))
                    .toCompletableFuture();
            underWay.put(response.name(), result);
            return result;
        } catch (ProblemException refusal) {
            return CompletableFuture.completedFuture(refused(index, refusal));
        }
    }

    private static Item taken(int index, Submitted submitted) {
        return switch (submitted) {
            case Submitted.Recorded(SurveyResponse response) -> Item.taken(index, 201, response);
            case Submitted.Repeated(SurveyResponse response) -> Item.taken(index, 200, response);
            case Submitted.Revised(SurveyResponse response) -> Item.taken(index, 200, response);
            case Submitted.Replayed replayed -> throw new IllegalStateException("An item of a batch has no key");
        };
    }

    private Item refused(int index, Throwable failure) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (reason instanceof ProblemException refusal) {
            return Item.refused(index, items.problem(refusal));
        }
        throw new CompletionException(reason);
    }
}

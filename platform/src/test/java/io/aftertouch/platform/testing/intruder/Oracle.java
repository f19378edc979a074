package io.aftertouch.platform.testing.intruder;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.problem.Problem;
import io.aftertouch.platform.problem.ProblemCatalog;

/** Knows whether an answer to whoever means ill is a good one. */
final class Oracle {

    private static final Pattern INSIDES =
            Pattern.compile("\\b(java|jakarta|io\\.(aftertouch|quarkus|vertx)|org\\.hibernate|com\\.mysql)\\.[a-z]"
                    + "|Exception|SQLSTATE|\\bat [a-z]+\\.");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProblemCatalog problems = new ProblemCatalog();

    /** @return what is wrong with the answer; empty when nothing is */
    Optional<String> judge(Operation operation, Trick trick, Request sent, Reply reply) {
        int status = reply.status();
        if (status >= 500 || !trick.expected().isMetBy(status)) {
            return Optional.of(status + " instead of " + trick.expected() + said(reply));
        }
        if (status >= 400) {
            return reply.body().isEmpty() && isRefusedByTheServer(sent, status)
                    ? Optional.empty()
                    : judgeProblem(reply);
        }
        return sent.method().equals(operation.method()) && !operation.statuses().contains(status)
                ? Optional.of("the status " + status + " is not documented")
                : Optional.empty();
    }

    /** What it refuses while it reads is told by a status alone: headers that are too large, what is no HTTP, and a body that goes on for too long. */
    private static boolean isRefusedByTheServer(Request sent, int status) {
        return switch (status) {
            case 431 -> true;
            case 413 -> sent.sent() == Request.Sending.IN_CHUNKS;
            case 400 -> !sent.isHttp();
            default -> false;
        };
    }

    private Optional<String> judgeProblem(Reply reply) {
        if (!reply.header("content-type").startsWith(Problem.MEDIA_TYPE)) {
            return Optional.of(
                    reply.status() + " without a problem, but with " + reply.header("content-type") + said(reply));
        }
        if (INSIDES.matcher(reply.body()).find()) {
            return Optional.of("the problem tells of our insides" + said(reply));
        }
        try {
            JsonNode problem = JSON.readTree(reply.body());
            String slug = problem.path("type").asText().replace("/problems/", "");
            boolean explained = problems.find(slug)
                    .filter(entry -> entry.status() == reply.status()
                            && entry.title().equals(problem.path("title").asText())
                            && entry.status() == problem.path("status").asInt())
                    .isPresent();
            return explained ? Optional.empty() : Optional.of("the catalogue does not explain it" + said(reply));
        } catch (JsonProcessingException e) {
            return Optional.of("the problem is not JSON" + said(reply));
        }
    }

    private static String said(Reply reply) {
        return ": " + reply.body().substring(0, Math.min(300, reply.body().length()));
    }
}

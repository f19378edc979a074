package io.aftertouch.survey.privacy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

/** Asks the other services. One that does not answer, or not with what was asked for, is one that is missing: it is never passed over. */
@ApplicationScoped
class Neighbours {

    private static final Logger LOG = Logger.getLogger(Neighbours.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final NeighbourConfig config;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Neighbours(NeighbourConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /**
     * @param path with its query
     * @return empty when the service cannot say
     */
    Optional<JsonNode> ask(Neighbour neighbour, String path, Credentials credentials) {
        HttpRequest request = HttpRequest.newBuilder(address(neighbour).resolve(path))
                .timeout(config.patience())
                .headers(credentials.inTurn())
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() == OK) {
                return Optional.of(json.readTree(response.body()));
            }
            LOG.warnf("%s answered %d to a question about personal data", neighbour.title(), response.statusCode());
        } catch (IOException e) {
            LOG.warnf("%s does not answer: %s", neighbour.title(), e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private URI address(Neighbour neighbour) {
        return switch (neighbour) {
            case FEEDBACK -> config.feedback();
            case SCORE -> config.score();
        };
    }
}

package io.aftertouch.local.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.local.journey.Site;

/** Where clients come in: by the gateway, and at further instances of a service as a load balancer would send them there. */
final class Doors {

    /** Whose door it is. */
    enum Service {
        SURVEY("survey-service"),
        FEEDBACK("feedback-service"),
        SCORE("score-service");

        private final String part;

        Service(String part) {
            this.part = part;
        }

        /** What the suite calls it. */
        String part() {
            return part;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Site site;
    private final Map<Service, List<String>> doors = new EnumMap<>(Service.class);

    Doors(Site site) {
        this.site = site;
        for (Service service : Service.values()) {
            doors.put(service, new CopyOnWriteArrayList<>(List.of(site.url())));
        }
    }

    /** Opens another door, that of an instance beside the one of the suite. */
    void open(Service service, String url) {
        doors.get(service).add(url);
    }

    void shut(Service service, String url) {
        doors.get(service).remove(url);
    }

    /** One call through any of the doors. Whoever gets no answer knows nothing. */
    Deed.Result call(Service service, String method, String path, Object body, String idempotencyKey) {
        List<String> open = List.copyOf(doors.get(service));
        String door = open.get(ThreadLocalRandom.current().nextInt(open.size()));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + site.apiKey())
                    .header("Content-Type", "application/json")
                    .method(method, publisher(body));
            if (idempotencyKey != null) {
                request.header("Idempotency-Key", idempotencyKey);
            }
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Deed.Result(response.statusCode(), read(response.body()));
        } catch (IOException noAnswer) {
            return Deed.Result.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Deed.Result.UNKNOWN;
        }
    }

    private static HttpRequest.BodyPublisher publisher(Object body) throws JsonProcessingException {
        return body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static JsonNode read(String body) throws JsonProcessingException {
        return body.startsWith("{") ? JSON.readTree(body) : JSON.missingNode();
    }
}

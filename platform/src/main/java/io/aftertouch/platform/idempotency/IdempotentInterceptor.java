package io.aftertouch.platform.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.access.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotentInterceptor {

    private final IdempotencyKeys keys;
    private final DataSource database;
    private final Caller caller;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    IdempotentInterceptor(
            IdempotencyKeys keys, DataSource database, Caller caller, CurrentVertxRequest current, ObjectMapper json) {
        this.keys = keys;
        this.database = database;
        this.caller = caller;
        this.current = current;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        HttpServerRequest request = current.getCurrent().request();
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return call.proceed();
        }
        IdempotencyKeys.checked(key);
        byte[] hash = hash(request, call.getParameters());
        String name = caller.name();
        return keepsAnswer(call) ? once(call, name, key, hash) : again(call, name, key, hash);
    }

    private static boolean keepsAnswer(InvocationContext call) {
        return call.getMethod().getAnnotation(Idempotent.class).keepsAnswer();
    }

    /** Remembers the request and runs it each time. A request that is refused leaves no key behind. */
    private Object again(InvocationContext call, String name, String key, byte[] hash) throws Exception {
        boolean first = inTransaction(
                connection -> keys.claim(connection, name, key, hash).isEmpty());
        try {
            return call.proceed();
        } catch (Exception e) {
            if (first) {
                inTransaction(connection -> {
                    keys.release(connection, name, key);
                    return null;
                });
            }
            throw e;
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    private <T> T inTransaction(Work<T> work) throws Exception {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                try (Connection connection = database.getConnection()) {
                    return work.on(connection);
                }
            });
        } catch (QuarkusTransactionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Object once(InvocationContext call, String name, String key, byte[] hash) throws Exception {
        return inTransaction(connection -> {
            Optional<RememberedAnswer> before = keys.claim(connection, name, key, hash);
            if (before.isPresent()) {
                throw new AnsweredBefore(before.get());
            }
            Object result = call.proceed();
            keys.remember(connection, name, key, answer(call, result));
            return result;
        });
    }

    private byte[] hash(HttpServerRequest request, Object[] parameters)
            throws JsonProcessingException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(
                (request.method() + " " + request.path() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (Object body :
                Arrays.stream(parameters).filter(Record.class::isInstance).toList()) {
            digest.update(json.writeValueAsBytes(body));
        }
        return digest.digest();
    }

    private RememberedAnswer answer(InvocationContext call, Object result) throws JsonProcessingException {
        return switch (result) {
            case RestResponse<?> response ->
                new RememberedAnswer(response.getStatus(), body(response.getEntity()), place(response.getHeaders()));
            case Response response ->
                new RememberedAnswer(response.getStatus(), body(response.getEntity()), place(response.getHeaders()));
            case null -> new RememberedAnswer(204, null, null);
            default ->
                new RememberedAnswer(
                        Optional.ofNullable(call.getMethod().getAnnotation(ResponseStatus.class))
                                .map(ResponseStatus::value)
                                .orElse(200),
                        body(result),
                        null);
        };
    }

    /** Where the thing is that the answer shows; by it the answer is found when it has to be forgotten. */
    private static String place(MultivaluedMap<String, Object> headers) {
        Object made = headers.getFirst(HttpHeaders.LOCATION);
        Object place = made == null ? headers.getFirst(HttpHeaders.CONTENT_LOCATION) : made;
        return place == null ? null : place.toString();
    }

    private String body(Object entity) throws JsonProcessingException {
        return entity == null ? null : json.writeValueAsString(entity);
    }
}

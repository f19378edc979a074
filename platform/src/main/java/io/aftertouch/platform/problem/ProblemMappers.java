package io.aftertouch.platform.problem;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become answers. Nothing leaves as a bare status, and no stack trace leaves at all. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Problems problems;

    ProblemMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response brokenRule(ProblemException e, RoutingContext request) {
        return problems.response(request, e.slug(), e.getMessage(), e.errors());
    }

    @ServerExceptionMapper(priority = 1)
    public Response invalid(ConstraintViolationException e, RoutingContext request) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                                .skip(2)
                                .map(Object::toString)
                                .collect(Collectors.joining(".")),
                        violation.getMessage()))
                .map(error -> error.field().isEmpty() ? new FieldError("", error.message()) : error)
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return problems.response(request, "invalid-request", "The request breaks the rules of its fields.", errors);
    }

    @ServerExceptionMapper(priority = 1)
    public Response unreadable(MismatchedInputException e, RoutingContext request) {
        return unreadableJson(e, request);
    }

    @ServerExceptionMapper
    public Response tooDeep(StreamConstraintsException e, RoutingContext request) {
        return unreadableJson(e, request);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, RoutingContext request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadableJson(json, request);
        }
        if (e.getCause() instanceof ProblemException problem) {
            return brokenRule(problem, request);
        }
        if (e instanceof NotFoundException && e.getCause() instanceof NumberFormatException noNumber) {
            return noNumber(noNumber, request);
        }
        Response given = e.getResponse();
        return switch (given.getStatus()) {
            case 400 -> problems.response(request, "invalid-request", "The request cannot be read.", List.of());
            case 401 -> problems.response(request, "unauthorized", "Credentials are missing or not valid.", List.of());
            case 403 -> problems.response(request, "forbidden", "These credentials do not allow this.", List.of());
            case 404 ->
                e.getCause() == null
                        ? problems.response(request, "not-found", "There is nothing at this address.", List.of())
                        // a parameter in path or query that is not of its type: a number, an id, an instant, one of our
                        // words
                        : problems.response(request, "invalid-request", "A parameter cannot be read.", List.of());
            case 405 ->
                problems.response(request, "method-not-allowed", "This address takes other methods.", List.of());
            case 406 ->
                problems.response(request, "not-acceptable", "No asked type of answer can be given.", List.of());
            case 413 -> problems.response(request, "content-too-large", "The body is too large.", List.of());
            case 415 ->
                problems.response(request, "unsupported-media-type", "The body's type is not understood.", List.of());
            case 503 -> problems.response(request, "unavailable", "The service cannot do this right now.", List.of());
            default -> {
                if (given.getStatus() >= 500) {
                    yield unexpected(e, request);
                }
                yield given;
            }
        };
    }

    /** A query parameter that should be a number and is none is a mistake of the sender, not an unknown address. */
    private Response noNumber(NumberFormatException e, RoutingContext request) {
        List<FieldError> errors = request.queryParams().entries().stream()
                .filter(parameter -> String.valueOf(e.getMessage()).contains("\"" + parameter.getValue() + "\""))
                .map(parameter -> new FieldError(parameter.getKey(), "must be a whole number"))
                .toList();
        return problems.response(request, "invalid-request", "A parameter is not a number.", errors);
    }

    /** Pages lead to the sign-in; the API says 401. */
    @ServerExceptionMapper
    public Uni<Response> notSignedIn(UnauthorizedException e, RoutingContext request) {
        return challenge(request);
    }

    @ServerExceptionMapper(priority = 1)
    public Uni<Response> badCredentials(AuthenticationFailedException e, RoutingContext request) {
        return challenge(request);
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException e, RoutingContext request) {
        return problems.response(request, "forbidden", "These credentials do not allow this.", List.of());
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, RoutingContext request) {
        if (SqlFailures.isOutage(e) || SqlFailures.isConflict(e)) {
            LOG.warnf(
                    "Answered 503 to %s %s: %s",
                    request.request().method(), pathForLog(request), SqlFailures.describe(e));
            return problems.response(request, "unavailable", "The database is not available right now.", List.of());
        }
        if (isUnreadableForm(e)) {
            return problems.response(
                    request, "invalid-request", "The form's fields are not encoded as forms are.", List.of());
        }
        if (isUnreadableType(e)) {
            return problems.response(
                    request, "invalid-request", "A header names a media type that is none.", List.of());
        }
        if (isCutOff(e)) {
            return problems.response(
                    request, "content-too-large", "The body is larger than it may be here.", List.of());
        }
        LOG.errorf(e, "Unexpected failure of %s %s", request.request().method(), pathForLog(request));
        return problems.response(request, "internal-error", "Something of ours failed. It has been logged.", List.of());
    }

    /** A body that did not say its length and turned out too long; RESTEasy tells it by its words alone. */
    private static boolean isCutOff(Throwable e) {
        return e instanceof IOException && "Request too large".equals(e.getMessage());
    }

    /** RESTEasy has no failure of its own for a percent sign that encodes nothing: the one of its parser only shows by where it was thrown. */
    private static boolean isUnreadableForm(Throwable e) {
        return e instanceof IllegalArgumentException
                && Arrays.stream(e.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .anyMatch(reader -> reader.contains(".multipart.FormEncodedDataDefinition")
                                || reader.endsWith(".MapAsFormUrlEncodedProvider"));
    }

    /** Accept or Content-Type; RESTEasy tells it by its words alone. */
    private static boolean isUnreadableType(Throwable e) {
        return e instanceof IllegalArgumentException
                && String.valueOf(e.getMessage()).startsWith("Failed to parse media type");
    }

    private Uni<Response> challenge(RoutingContext request) {
        var unauthorized =
                problems.response(request, "unauthorized", "Credentials are missing or not valid.", List.of());
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(challenge -> {
            if (challenge == null) {
                return unauthorized;
            }
            if (challenge.status == 302) {
                return Response.status(302)
                        .header(HttpHeaders.LOCATION, challenge.headerContent)
                        .build();
            }
            var response = Response.fromResponse(unauthorized);
            if (challenge.headerName != null) {
                response.header(challenge.headerName.toString(), challenge.headerContent);
            }
            return response.build();
        });
    }

    private Response unreadableJson(JsonProcessingException e, RoutingContext request) {
        String field = e instanceof JsonMappingException mapping ? path(mapping) : "";
        String message =
                switch (e) {
                    case UnrecognizedPropertyException unknown ->
                        "is not known here; known are "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "));
                    case InvalidFormatException format
                    when format.getTargetType() != null
                            && format.getTargetType().isEnum() ->
                        "must be one of " + List.of(format.getTargetType().getEnumConstants());
                    case MismatchedInputException mismatch
                    when mismatch.getTargetType() != null ->
                        "is not a valid " + mismatch.getTargetType().getSimpleName();
                    case StreamReadException syntax ->
                        "is not valid JSON at line "
                                + (syntax.getLocation() == null
                                        ? "?"
                                        : syntax.getLocation().getLineNr());
                    default -> "cannot be read";
                };
        return problems.response(
                request,
                "invalid-request",
                "The body cannot be read as what this address takes.",
                List.of(new FieldError(field, message)));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."));
    }

    /** Tokens stand in paths; a log holds none. */
    private static String pathForLog(RoutingContext request) {
        String path = request.request().path();
        return path.matches("/[sup]/.*") ? path.substring(0, 3) + "…" : path;
    }
}

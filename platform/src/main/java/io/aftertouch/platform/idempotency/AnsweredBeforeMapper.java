package io.aftertouch.platform.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives the first answer again and says so by a header. */
class AnsweredBeforeMapper {

    @ServerExceptionMapper
    public Response again(AnsweredBefore before) {
        return response(before.answer());
    }

    static Response response(RememberedAnswer answer) {
        var response = Response.status(answer.status()).header("Idempotent-Replayed", "true");
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON).entity(answer.body());
        }
        if (answer.location() != null) {
            response.header(answer.made() ? HttpHeaders.LOCATION : HttpHeaders.CONTENT_LOCATION, answer.location());
        }
        return response.build();
    }
}

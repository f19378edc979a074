package io.aftertouch.score.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Gives scores an ETag, and to whoever has them already nothing but that. The tag is a weak one: it says that the numbers are the same, not the
 * moment of which they are.
 */
@Provider
public class EntityTagFilter implements ContainerResponseFilter {

    private final ObjectMapper json;

    EntityTagFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Dated answer
                && response.getStatus() == Response.Status.OK.getStatusCode()) {
            EntityTag tag = new EntityTag(fingerprint(answer.content()), true);
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            if (request.getRequest().evaluatePreconditions(tag) != null) {
                response.setEntity(null);
                response.setStatusInfo(Response.Status.NOT_MODIFIED);
            }
        }
    }

    private String fingerprint(Object content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(content));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

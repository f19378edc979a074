package io.aftertouch.platform.edit;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;

import io.aftertouch.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;

/** The version of something that people change, as an ETag, so that nobody overwrites a change they have not seen. */
public record EntityTag(String version) {

    public EntityTag(int version) {
        this(Integer.toString(version));
    }

    /** As it stands in the ETag header. */
    public String header() {
        return "\"" + version + "\"";
    }

    /** The answer that shows what has this version. */
    public <T> RestResponse<T> shows(T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, header())
                .build();
    }

    /** The answer that shows what was made, at this version. */
    public <T> RestResponse<T> made(String address, T body) {
        return RestResponse.ResponseBuilder.<T>created(URI.create(address))
                .header(HttpHeaders.ETAG, header())
                .entity(body)
                .build();
    }

    /** The version that a form of a page was made from, as If-Match would say it; whatever is no version matches none. */
    public static String typed(String version) {
        return "\"" + version + "\"";
    }

    /**
     * Makes sure that a change starts from this version.
     *
     * @param ifMatch the If-Match header of the change
     */
    public void mustMatch(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        if (!ifMatch.strip().equals(header())) {
            throw changedSince(ifMatch.strip());
        }
    }

    /** Somebody else's change came first, even if only by a moment. */
    public static ProblemException changedSince(String ifMatch) {
        return new PreconditionFailed(ifMatch);
    }

    private static final class PreconditionRequired extends ProblemException {

        PreconditionRequired() {
            super("precondition-required", "Send the ETag of what you read as If-Match.");
        }
    }

    private static final class PreconditionFailed extends ProblemException {

        PreconditionFailed(String given) {
            super("precondition-failed", "If-Match says " + shortened(given) + ", which is not the current version.");
        }

        private static String shortened(String given) {
            return given.length() > 40 ? given.substring(0, 40) + "…" : given;
        }
    }
}

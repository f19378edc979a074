package io.aftertouch.platform.page;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The icon of the site where browsers look for it when a page names none, such as an answer in JSON. */
@Path("/favicon.ico")
class IconPages {

    private static final String FILE = "/META-INF/resources/assets/icon.svg";

    private final byte[] icon;

    IconPages() {
        try (var file = IconPages.class.getResourceAsStream(FILE)) {
            icon = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The icon cannot be read", e);
        }
    }

    @GET
    @PermitAll
    public Response icon() {
        return Response.ok(icon)
                .type("image/svg+xml")
                .header("Cache-Control", "public, max-age=86400")
                .build();
    }
}
